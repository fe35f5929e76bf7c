package io.twinpath.rig.part;

import java.util.SortedSet;

/**
 * What takes several parts down at once.
 *
 * @param members names of hosts, switches and arrays
 */
public record Domain(String name, Kind kind, SortedSet<String> members) {
    public Domain {
        members = Frozen.set(members);
    }

    /** How a member depends on it. */
    public enum Kind {
        /** It goes down with any of its racks. */
        RACK,
        /** It goes down when all of its power feeds have. */
        POWER
    }
}
