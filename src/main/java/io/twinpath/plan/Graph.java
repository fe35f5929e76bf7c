package io.twinpath.plan;

import io.twinpath.model.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which change comes before which. Everything that it answers depends on the edges only, not on how they were added. */
final class Graph {

    private static final SortedSet<Address> NONE = Collections.emptySortedSet();

    private static final Comparator<String> HOSTS_FIRST =
            Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder());

    private final List<Address> nodes;
    private final Map<Address, SortedSet<Address>> before = new HashMap<>();
    private final Map<Address, SortedSet<Address>> after = new HashMap<>();

    Graph(Collection<Address> nodes) {
        this.nodes = nodes.stream().sorted().toList();
        nodes.forEach(node -> {
            before.put(node, new TreeSet<>());
            after.put(node, new TreeSet<>());
        });
    }

    void edge(Address first, Address second) {
        if (!first.equals(second) && after.containsKey(first) && before.containsKey(second)) {
            after.get(first).add(second);
            before.get(second).add(first);
        }
    }

    SortedSet<Address> predecessors(Address node) {
        return before.getOrDefault(node, NONE);
    }

    SortedSet<Address> successors(Address node) {
        return after.getOrDefault(node, NONE);
    }

    /** Circles that have no member in common, each member waiting for the next; empty when there is none. */
    List<List<Address>> circles() {
        Set<Address> left = new LinkedHashSet<>(nodes);
        left.removeAll(new HashSet<>(order(Comparator.naturalOrder())));
        List<List<Address>> circles = new ArrayList<>();
        Set<Address> seen = new HashSet<>();
        for (Address start : left) {
            // Everything left has a predecessor that is left too, so a walk backwards ends where somebody has been.
            List<Address> walked = new ArrayList<>();
            Address next = start;
            while (seen.add(next)) {
                walked.add(next);
                next = predecessors(next).stream()
                        .filter(left::contains)
                        .findFirst()
                        .orElseThrow();
            }
            if (walked.contains(next)) {
                circles.add(List.copyOf(walked.subList(walked.indexOf(next), walked.size())));
            }
        }
        return circles;
    }

    /**
     * The nodes such that each comes after its predecessors, staying on one host as long as that is possible; members of a
     * circle and what waits for them are left out. What belongs to no host comes last: machines and clusters live on what the
     * hosts carry.
     *
     * @param preference among nodes of one host that could come next
     */
    List<Address> order(Comparator<Address> preference) {
        Map<Address, Integer> waiting = new HashMap<>();
        SortedMap<String, SortedSet<Address>> ready = new TreeMap<>(HOSTS_FIRST);
        for (Address node : nodes) {
            waiting.put(node, predecessors(node).size());
            if (predecessors(node).isEmpty()) {
                add(ready, node, preference);
            }
        }
        LinkedHashSet<Address> ordered = new LinkedHashSet<>();
        String host = ready.isEmpty() ? "" : ready.firstKey();
        while (!ready.isEmpty()) {
            host = ready.containsKey(host) ? host : ready.firstKey();
            Address node = take(ready, host);
            ordered.add(node);
            for (Address successor : successors(node)) {
                if (waiting.merge(successor, -1, Integer::sum) == 0) {
                    add(ready, successor, preference);
                }
            }
        }
        return List.copyOf(ordered);
    }

    private static void add(SortedMap<String, SortedSet<Address>> ready, Address node, Comparator<Address> preference) {
        ready.computeIfAbsent(node.scope().text(), h -> new TreeSet<>(preference))
                .add(node);
    }

    private static Address take(SortedMap<String, SortedSet<Address>> ready, String host) {
        SortedSet<Address> nodes = ready.getOrDefault(host, new TreeSet<>());
        Address first = nodes.first();
        nodes.remove(first);
        if (nodes.isEmpty()) {
            ready.remove(host);
        }
        return first;
    }
}
