package io.twinpath.risk.readiness;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One way off a host, by vMotion or by HA.
 *
 * @param to hosts that could take the machine
 * @param obstacles what keeps it whatever host it would go to, as full sentences
 * @param refusals why each of the other hosts of its cluster could not take it, as a full sentence by host
 */
public record Way(SortedSet<String> to, List<String> obstacles, SortedMap<String, String> refusals) {
    public Way {
        to = Collections.unmodifiableSortedSet(new TreeSet<>(to));
        obstacles = List.copyOf(obstacles);
        refusals = Collections.unmodifiableSortedMap(new TreeMap<>(refusals));
    }

    public boolean open() {
        return obstacles.isEmpty() && !to.isEmpty();
    }

    /** What is in the way, in one sentence or more; empty when nothing is. */
    public Optional<String> because() {
        if (open()) {
            return Optional.empty();
        }
        if (!obstacles.isEmpty()) {
            return Optional.of(String.join(" ", obstacles));
        }
        return Optional.of(
                refusals.isEmpty() ? "There is no other host in its cluster." : String.join(" ", refusals.values()));
    }
}
