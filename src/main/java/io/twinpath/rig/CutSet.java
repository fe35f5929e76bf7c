package io.twinpath.rig;

import io.twinpath.rig.part.Component;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Parts whose failure at once takes something away that no smaller part of them takes away.
 *
 * @param components that fail
 * @param targets what is lost only when all of them have failed; never empty
 */
public record CutSet(SortedSet<Component> components, SortedSet<Target> targets) {

    public CutSet {
        components = Collections.unmodifiableSortedSet(new TreeSet<>(components));
        targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    }

    /**
     * Something that is lost.
     *
     * @param name of the machine, the datastore or the host
     * @param host that no longer reaches the datastore; for others empty
     */
    public record Target(What what, String name, String host) implements Comparable<Target> {

        private static final Comparator<Target> ORDER =
                Comparator.comparing(Target::what).thenComparing(Target::name).thenComparing(Target::host);

        @Override
        public int compareTo(Target other) {
            return ORDER.compare(this, other);
        }
    }

    /** What kind of thing is lost. */
    public enum What {
        /** A machine that is stalled or down in the end. */
        MACHINE,
        /** A datastore that a running host has mounted and no longer reaches. */
        DATASTORE,
        /** The management of a running host. */
        MANAGEMENT
    }
}
