package io.twinpath.plan;

import io.twinpath.model.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which change comes before which. Everything that it answers depends on the edges only, not on how they were added. */
final class Graph {

    private final SortedMap<Address, SortedSet<Address>> before = new TreeMap<>();
    private final SortedMap<Address, SortedSet<Address>> after = new TreeMap<>();

    Graph(Collection<Address> nodes) {
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
        return before.getOrDefault(node, new TreeSet<>());
    }

    SortedSet<Address> successors(Address node) {
        return after.getOrDefault(node, new TreeSet<>());
    }

    /** One circle, each member waiting for the next; empty when there is none. */
    List<Address> circle() {
        SortedSet<Address> left = new TreeSet<>(before.keySet());
        left.removeAll(order(Comparator.naturalOrder()));
        if (left.isEmpty()) {
            return List.of();
        }
        // Everything left has a predecessor that is left too, so walking backwards must meet itself.
        List<Address> walked = new ArrayList<>();
        Address next = left.first();
        while (!walked.contains(next)) {
            walked.add(next);
            next = predecessors(next).stream()
                    .filter(n -> left.contains(n))
                    .findFirst()
                    .orElseThrow();
        }
        return List.copyOf(walked.subList(walked.indexOf(next), walked.size()));
    }

    /**
     * The nodes such that each comes after its predecessors, staying on one host as long as that is possible; members of a
     * circle and what waits for them are left out.
     *
     * @param preference among nodes of one host that could come next
     */
    List<Address> order(Comparator<Address> preference) {
        Map<Address, Integer> waiting = new HashMap<>();
        SortedMap<String, SortedSet<Address>> ready = new TreeMap<>();
        before.forEach((node, predecessors) -> {
            waiting.put(node, predecessors.size());
            if (predecessors.isEmpty()) {
                add(ready, node, preference);
            }
        });
        LinkedHashSet<Address> ordered = new LinkedHashSet<>();
        String host = "";
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
