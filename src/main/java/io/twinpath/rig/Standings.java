package io.twinpath.rig;

import io.twinpath.rig.Standing.Core;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** How all hosts stand in one outage: those that it changes, before the background of all others. */
record Standings(Map<String, Core> before, Set<String> unsoundBefore, Map<String, Core> changed) {

    private static final Core STRANGER = new Core(true, false, new java.util.BitSet(), new java.util.BitSet());

    /** A host that the rig does not know counts as sound. */
    Core of(String host) {
        Core core = changed.get(host);
        return core == null ? before.getOrDefault(host, STRANGER) : core;
    }

    /** The hosts of which something is wrong that a machine would notice. */
    SortedSet<String> unsound() {
        SortedSet<String> names = new TreeSet<>(unsoundBefore);
        changed.forEach((host, core) -> {
            if (core.sound()) {
                names.remove(host);
            } else {
                names.add(host);
            }
        });
        return names;
    }
}
