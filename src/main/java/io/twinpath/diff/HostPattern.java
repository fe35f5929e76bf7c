package io.twinpath.diff;

import io.twinpath.diag.Diagnostics;
import io.twinpath.model.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host patterns as Ansible writes them: parts joined by colons or commas, first all that add, then {@code &} that keep,
 * then {@code !} that take out, wherever they stand.
 */
record HostPattern(Spec spec, Diagnostics problems) {

    private static final Pattern RANGE = Pattern.compile("\\[([0-9]{1,5}):([0-9]{1,5})]");
    private static final int MOST_NAMES = 10_000;

    SortedSet<String> hosts(String text) {
        long before = problems.errors();
        List<String> parts = parts(text);
        SortedSet<String> hosts = new TreeSet<>();
        if (parts.stream().allMatch(p -> p.startsWith("!") || p.startsWith("&"))) {
            hosts.addAll(spec.hosts().keySet());
        }
        parts.stream().filter(p -> !p.startsWith("!") && !p.startsWith("&")).forEach(p -> hosts.addAll(matching(p)));
        parts.stream().filter(p -> p.startsWith("&")).forEach(p -> hosts.retainAll(matching(p.substring(1))));
        parts.stream().filter(p -> p.startsWith("!")).forEach(p -> hosts.removeAll(matching(p.substring(1))));
        if (hosts.isEmpty() && problems.errors() == before) {
            problems.add(DiffProblem.noHostLeft(text));
        }
        return hosts;
    }

    /** Splits at colons and commas outside of brackets. */
    private List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean inRange = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            inRange = c == '[' || (inRange && c != ']' && i < text.length());
            if (!inRange && (c == ':' || c == ',')) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        return parts;
    }

    private SortedSet<String> matching(String part) {
        SortedSet<String> hosts = new TreeSet<>();
        long before = problems.errors();
        if (part.isEmpty()) {
            problems.add(DiffProblem.malformedPattern(part, "nothing stands between two separators"));
        } else if (part.indexOf('[') >= 0 || part.indexOf(']') >= 0) {
            range(part).forEach(name -> hosts.addAll(named(name)));
        } else {
            hosts.addAll(named(part));
        }
        if (hosts.isEmpty() && problems.errors() == before) {
            problems.add(DiffProblem.matchesNothing(part));
        }
        return hosts;
    }

    private List<String> range(String part) {
        Matcher matcher = RANGE.matcher(part);
        if (!matcher.find() || part.indexOf('[', matcher.end()) >= 0 || part.indexOf(']') >= matcher.end()) {
            problems.add(DiffProblem.malformedPattern(part, "a range is written [FIRST:LAST], once in a name"));
            return List.of();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = Integer.parseInt(matcher.group(2));
        if (last < first || last - first >= MOST_NAMES) {
            problems.add(DiffProblem.malformedPattern(
                    part, "a range goes upwards and has at most " + MOST_NAMES + " numbers"));
            return List.of();
        }
        int width = matcher.group(1).startsWith("0") ? matcher.group(1).length() : 1;
        List<String> names = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            String digits = Integer.toString(number);
            String padded = "0".repeat(Math.max(0, width - digits.length())) + digits;
            names.add(part.substring(0, matcher.start()) + padded + part.substring(matcher.end()));
        }
        return names;
    }

    private SortedSet<String> named(String name) {
        if (name.equals("all")) {
            return new TreeSet<>(spec.hosts().keySet());
        }
        if (Glob.isOne(name)) {
            return globbed(name);
        }
        SortedSet<String> group = spec.groups().get(name);
        if (group != null) {
            return group;
        }
        if (!spec.hosts().containsKey(name)) {
            problems.add(DiffProblem.unknownName(
                    name, spec.hosts().keySet(), spec.groups().keySet()));
            return new TreeSet<>();
        }
        return new TreeSet<>(List.of(name));
    }

    private SortedSet<String> globbed(String name) {
        Glob glob = new Glob(name);
        SortedSet<String> hosts = new TreeSet<>(spec.hosts().keySet());
        hosts.removeIf(host -> !glob.matches(host));
        spec.groups().forEach((group, members) -> {
            if (glob.matches(group)) {
                hosts.addAll(members);
            }
        });
        return hosts;
    }
}
