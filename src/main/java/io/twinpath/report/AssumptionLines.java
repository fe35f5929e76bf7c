package io.twinpath.report;

import io.twinpath.rig.part.Assumption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What answers rest on, for people: what is taken for granted of many parts in the same words is said once. */
final class AssumptionLines {

    private static final int ALIKE = 3;
    private static final int NAMED = 4;
    private static final String NAME = "\u0000";

    private AssumptionLines() {}

    static List<String> of(Collection<Assumption> assumptions) {
        Map<String, List<Assumption>> alike = new LinkedHashMap<>();
        for (Assumption assumption : new TreeSet<>(assumptions)) {
            alike.computeIfAbsent(pattern(assumption), p -> new ArrayList<>()).add(assumption);
        }
        List<String> lines = new ArrayList<>();
        alike.forEach((pattern, same) -> {
            if (same.size() < ALIKE) {
                same.forEach(a -> lines.add(line(a.text())));
            } else {
                lines.add(line(pattern.replace(NAME, "each of them")) + " (" + names(same) + ")");
            }
        });
        return lines;
    }

    private static String line(String text) {
        return "assumed: " + Printable.line(text);
    }

    private static String pattern(Assumption assumption) {
        return assumption.text().replace(name(assumption), NAME);
    }

    /** Subjects are a name, or a name and what of it. */
    private static String name(Assumption assumption) {
        String subject = assumption.subject();
        String part = subject.substring(subject.indexOf(':') + 1);
        if (assumption.text().contains(part)) {
            return part;
        }
        int slash = part.indexOf('/');
        return slash < 1 ? part : part.substring(0, slash);
    }

    private static String names(List<Assumption> same) {
        List<String> names = same.stream()
                .map(a -> Printable.line(name(a)))
                .distinct()
                .sorted()
                .toList();
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED - 1)) + " and " + (names.size() - NAMED + 1) + " more";
    }
}
