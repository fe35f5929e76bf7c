package io.twinpath.diff;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.model.Address;
import io.twinpath.model.Obstacle;
import io.twinpath.model.PortRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Everything that this stage says to people. */
final class DiffProblem {

    private DiffProblem() {}

    static String notLookedAt(Address address) {
        return address.host()
                .map(host -> "Host " + host + " was not asked about it.")
                .orElse("It lives on no single host and was not asked about.");
    }

    static String whatStandsOnIt(String reason) {
        return "What stands on it is not known, so it is not deleted: " + reason;
    }

    static Obstacle noCard(Address card, PortRef.CardPort port) {
        return new Obstacle.Unsupported("It names the port " + port + ", but "
                + card.host().orElse("the site") + " has no card \"" + port.card() + "\" in the spec.");
    }

    static Obstacle noHost(Address user, PortRef.CardPort port) {
        return new Obstacle.Unsupported(
                "It names the port " + port + ", but " + user + " lives on no single host, so no card is meant.");
    }

    static Obstacle noSuchPort(Address card, PortRef.CardPort port, List<String> names) {
        String has = switch (names.size()) {
            case 0 -> "has no ports that the host shows";
            case 1 -> "has one port (" + names.get(0) + ")";
            default -> "has " + names.size() + " ports (" + String.join(", ", names) + ")";
        };
        return new Obstacle.HandsOn("It names the port " + port + ", but " + card + " " + has
                + "; ports are counted from 0. Put in a card with more ports, or name another port.");
    }

    static Obstacle contradiction(Address address, IllegalArgumentException refused) {
        return new Obstacle.Unsupported("What the spec wants and what was found do not go together on " + address + ": "
                + refused.getMessage() + ".");
    }

    static Diagnostic malformedPattern(String part, String why) {
        return Diagnostic.error(
                        "DIF0101",
                        "Malformed host pattern",
                        "\"" + part + "\" in --limit is not a host pattern: " + why + ".")
                .hint(
                        "Write names of hosts and groups, *, ? and ranges such as esxi[1:3].lain.local, joined by colons; "
                                + "!PATTERN takes hosts out and &PATTERN keeps only those that match it too.");
    }

    static Diagnostic unknownName(String name, Collection<String> hosts, Collection<String> groups) {
        List<String> known = new ArrayList<>(hosts);
        known.addAll(groups);
        Diagnostic unknown = Diagnostic.error(
                "DIF0102", "Unknown host or group", "\"" + name + "\" in --limit is neither a host nor a group.");
        return hinted(unknown, Nearest.hint(name, known), "The groups are " + listed(groups) + ".");
    }

    static Diagnostic matchesNothing(String part) {
        return Diagnostic.error(
                "DIF0103", "No host matches", "\"" + part + "\" in --limit matches no host of this project.");
    }

    static Diagnostic noHostLeft(String limit) {
        return Diagnostic.error(
                "DIF0103",
                "No host matches",
                "Every part of --limit \"" + limit + "\" is known, but together they leave no host.");
    }

    static Diagnostic malformedTarget(String text) {
        return Diagnostic.error("DIF0104", "Malformed address", "\"" + text + "\" in --target is not an address.")
                .hint("Addresses look like vswitch:esxi3.lain.local/vSwitch0; plan prints them.");
    }

    static Diagnostic unknownTarget(Address target, Collection<Address> known) {
        Diagnostic unknown =
                Diagnostic.error("DIF0105", "Unknown address", target + " in --target is not in the spec.");
        List<String> names = known.stream().map(Address::toString).toList();
        return hinted(unknown, Nearest.hint(target.toString(), names), "twinpath render shows everything that is.");
    }

    private static Diagnostic hinted(Diagnostic diagnostic, List<String> near, String otherwise) {
        return diagnostic.hint(near.isEmpty() ? otherwise : near.get(0));
    }

    private static String listed(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
