package io.twinpath.observe;

import io.twinpath.kind.Kind;
import io.twinpath.model.Transport;
import java.util.List;

/** What the choice of a way says to people. */
final class RouteProblem {

    private RouteProblem() {}

    static String noWords(Kind<?> kind, Transport transport) {
        return "Twinpath has no words for " + kind.title() + " over " + name(transport) + ".";
    }

    static String noWay(Kind<?> kind, String place, List<String> reasons) {
        return "No way to " + place + " will do for " + kind.title() + ". " + String.join(" ", reasons);
    }

    private static String name(Transport transport) {
        return switch (transport) {
            case SSH -> "SSH";
            case API -> "the API";
        };
    }
}
