package io.twinpath.evacuate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the virtual machines of a host.
 *
 * @param carriedOut whether anything was moved, or only decided
 * @param overrides advanced settings that are set first, by machine
 * @param notAsked machines whose spec has such settings, and nobody asked for them
 * @param ends in the order of the machines' names
 */
public record Evacuation(
        String host,
        boolean carriedOut,
        SortedMap<String, SortedMap<String, String>> overrides,
        List<String> notAsked,
        List<End> ends) {
    public Evacuation {
        overrides = Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
        notAsked = List.copyOf(notAsked);
        ends = List.copyOf(ends);
    }

    /** Whether nothing stays. */
    public boolean complete() {
        return ends.stream().allMatch(End.Left.class::isInstance);
    }

    /** The same with what the moves came to: a machine is where it is found, and what was said explains why. */
    public Evacuation after(Map<String, String> where, Map<String, String> said) {
        List<End> found = ends.stream()
                .map(end -> switch (end) {
                    case End.Stayed stayed -> stayed;
                    case End.Left left -> found(left, where, said);
                })
                .toList();
        return new Evacuation(host, true, overrides, notAsked, found);
    }

    private End found(End.Left left, Map<String, String> where, Map<String, String> said) {
        String at = where.getOrDefault(left.machine(), host);
        String why = said.getOrDefault(left.machine(), "The server reported success, and it is still on " + host + ".");
        return at.equals(host) ? new End.Stayed(left.machine(), List.of(why)) : new End.Left(left.machine(), at);
    }
}
