package io.twinpath.kind.multipath;

import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * What the host told of its rules and devices. Of the devices only those that the spec mentions or selects count: a LUN
 * that nobody speaks of makes no plan stale.
 */
record MultipathFacts(Optional<Multipath> wanted, Replies replies) {

    /** Rules that somebody made, by the spec's names where they are the same rules. */
    Map<String, SatpRule> rules() throws UnreadableException {
        Map<String, SatpRule> rules = new TreeMap<>();
        for (Row row : replies.rows(MultipathSsh.RULES)) {
            if (row.text("Rule Group").filter("user"::equals).isPresent()) {
                SatpRule rule = rule(row);
                String name = name(rule);
                for (int n = 2; rules.containsKey(name); n++) {
                    name = name(rule) + " (" + n + ")";
                }
                rules.put(name, rule);
            }
        }
        return Collections.unmodifiableMap(rules);
    }

    private static SatpRule rule(Row row) throws UnreadableException {
        return new SatpRule(
                row.need("Name"),
                row.text("Vendor"),
                row.text("Model"),
                row.text("Driver"),
                row.text("Transport"),
                row.text("Device"),
                row.text("Claim Options"),
                row.text("Options"),
                row.text("Default PSP"),
                row.text("PSP Options"),
                row.text("Description"));
    }

    private String name(SatpRule rule) {
        return wanted.flatMap(w -> w.rules().entrySet().stream()
                        .filter(e -> e.getValue().selectsAs(rule))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElseGet(rule::selection);
    }

    Map<String, PathPolicy> devices() throws UnreadableException {
        Map<String, String> vendors = vendors();
        Map<String, PathPolicy> devices = new TreeMap<>();
        for (Row row : replies.rows(MultipathSsh.PATHS)) {
            String device = device(row);
            Optional<String> vendor = Optional.ofNullable(vendors.get(device));
            if (counts(device, vendor)) {
                devices.put(device, new PathPolicy(row.text("Path Selection Policy"), iops(device, row), vendor));
            }
        }
        return Collections.unmodifiableMap(devices);
    }

    /** Only those that somebody set by hand; all of them when the host does not tell what its plug-ins do. */
    Map<String, PathPolicy> devicesSetByHand() throws UnreadableException {
        Claimed claimed;
        try {
            claimed = Claimed.of(replies);
        } catch (UnreadableException e) {
            return devices();
        }
        Map<String, PathPolicy> devices = new TreeMap<>(devices());
        for (Row row : replies.rows(MultipathSsh.PATHS)) {
            PathPolicy policy = devices.get(device(row));
            if (policy != null && claimed.explains(row, details(device(row)), policy)) {
                devices.remove(device(row));
            }
        }
        return Collections.unmodifiableMap(devices);
    }

    /** The devices of the native plug-in; empty while it has not been asked. */
    Optional<Set<String>> listed() {
        try {
            Set<String> listed = new TreeSet<>();
            if (!replies.has(MultipathSsh.PATHS)) {
                return Optional.empty();
            }
            for (Row row : replies.rows(MultipathSsh.PATHS)) {
                listed.add(device(row));
            }
            return Optional.of(listed);
        } catch (UnreadableException e) {
            return Optional.empty(); // devices() says so
        }
    }

    private Optional<Row> details(String device) throws UnreadableException {
        for (Row row : replies.rows(MultipathSsh.DEVICES)) {
            if (device(row).equals(device)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private boolean counts(String device, Optional<String> vendor) {
        return wanted.isEmpty()
                || wanted.orElseThrow().devices().containsKey(device)
                || vendor.filter(wanted.orElseThrow().vendors()::containsKey).isPresent();
    }

    private Map<String, String> vendors() throws UnreadableException {
        Map<String, String> vendors = new HashMap<>();
        if (replies.has(MultipathSsh.DEVICES)) {
            for (Row row : replies.rows(MultipathSsh.DEVICES)) {
                String device = device(row);
                row.text("Vendor").ifPresent(vendor -> vendors.put(device, vendor));
            }
        }
        return vendors;
    }

    /** Text output has the device above its record, xml in a field. */
    private static String device(Row row) throws UnreadableException {
        return row.key().isEmpty() ? row.need("Device") : row.key();
    }

    /** The number counts and not the type of the limit: a device claimed by a rule has the rule's number and type Default. */
    private Optional<Integer> iops(String device, Row row) throws UnreadableException {
        if (replies.has(MultipathSsh.roundRobin(device))) {
            return replies.row(MultipathSsh.roundRobin(device))
                    .number("IOOperation Limit")
                    .map(Long::intValue);
        }
        return row.text("Path Selection Policy Device Config")
                .filter(c -> row.text("Path Selection Policy")
                        .filter(MultipathKind.ROUND_ROBIN::equals)
                        .isPresent())
                .map(Claimed.IOPS::matcher)
                .filter(Matcher::find)
                .map(m -> Integer.parseInt(m.group(1)));
    }
}
