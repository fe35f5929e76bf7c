package io.twinpath.evacuate;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A rule of the cluster that is in force.
 *
 * @param hosts for rules about hosts
 */
public record Affinity(String rule, Type type, SortedSet<String> machines, SortedSet<String> hosts) {

    /** What a rule asks for. */
    public enum Type {
        APART,
        ONLY_ON,
        NEVER_ON
    }

    public Affinity {
        machines = Collections.unmodifiableSortedSet(new TreeSet<>(machines));
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    }
}
