package io.twinpath.report;

import java.util.ArrayList;
import java.util.List;

/** A chain of reasons on one line, from what is hit to what failed. */
final class Chain {

    private Chain() {}

    /** A part whose name stands there already, as a device that is called as its datastore, is not said again. */
    static String text(List<String> because) {
        List<String> links = new ArrayList<>();
        for (String link : because) {
            String text = Printable.line(link);
            if (links.isEmpty() || !links.getLast().equals(text)) {
                links.add(text);
            }
        }
        return String.join(" > ", links);
    }

    /** Names for a sentence; of many the first, and how many more. */
    static String names(List<String> names, int most) {
        List<String> shown = names.stream().map(Printable::line).distinct().toList();
        return shown.size() <= most
                ? String.join(", ", shown)
                : String.join(", ", shown.subList(0, most)) + " and " + (shown.size() - most) + " more";
    }
}
