package io.twinpath.importer;

import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What hosts share, taken out of them into groups. Every value goes into exactly one group, that of all the hosts that have
 * it, so that no two groups can disagree about a host.
 *
 * @param groups what the hosts of each set have in common, the largest set first
 * @param rests what is left of each host
 */
record Sharing(Map<SortedSet<String>, Leaves> groups, SortedMap<String, Leaves> rests) {

    /** Fewer values than this are not worth a group for some of the hosts; what all share always is. */
    private static final int WORTH_IT = 4;

    private record Leaf(List<String> path, Value value) {}

    static Sharing of(SortedMap<String, Leaves> hosts) {
        Map<Leaf, SortedSet<String>> owners = new LinkedHashMap<>();
        hosts.forEach((host, leaves) -> leaves.byPath()
                .forEach((path, value) -> owners.computeIfAbsent(new Leaf(path, value), l -> new TreeSet<>())
                        .add(host)));
        Map<SortedSet<String>, Map<List<String>, Value>> bySet = new LinkedHashMap<>();
        owners.forEach((leaf, set) -> {
            if (set.size() > 1) {
                bySet.computeIfAbsent(set, s -> new LinkedHashMap<>()).put(leaf.path, leaf.value);
            }
        });
        bySet.entrySet()
                .removeIf(e -> e.getKey().size() < hosts.size() && e.getValue().size() < WORTH_IT);
        List<SortedSet<String>> order = new ArrayList<>(bySet.keySet());
        order.sort(Comparator.comparingInt((SortedSet<String> s) -> -s.size()).thenComparing(s -> s.first()));
        Map<SortedSet<String>, Leaves> groups = new LinkedHashMap<>();
        order.forEach(set -> groups.put(set, new Leaves(bySet.getOrDefault(set, Map.of()))));
        return new Sharing(groups, rests(hosts, groups));
    }

    private static SortedMap<String, Leaves> rests(
            SortedMap<String, Leaves> hosts, Map<SortedSet<String>, Leaves> groups) {
        SortedMap<String, Leaves> rests = new TreeMap<>(hosts);
        groups.forEach((set, leaves) -> set.forEach(host -> rests.computeIfPresent(host, (h, l) -> l.minus(leaves))));
        return rests;
    }
}
