package io.twinpath.rig.build;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What the kinds of resources that failures spread over are to machines and their storage. */
public enum Carrying {
    /** Shapes the network of a host: what was found of its links no longer holds when one of these changes. */
    NETWORK("card", "nic", "vswitch", "port_group", "vmkernel", "iscsi", "dvs", "dv_port_group"),
    /** Leads from a host to a datastore. */
    STORAGE("multipath", "mount"),
    /** A virtual machine, and what brings it back. */
    MACHINES("migration", "cluster", "vm");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<String> kinds;

    Carrying(String... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** Names of kinds. */
    public Set<String> kinds() {
        return kinds;
    }

    /** Empty for a kind whose resources carry nothing. */
    public static Optional<Carrying> of(String kind) {
        return Arrays.stream(values()).filter(c -> c.kinds.contains(kind)).findFirst();
    }

    /** What each host is asked for, declared or not, before failures are worked out; machines are told by vCenter. */
    public static boolean onHosts(String kind) {
        return NETWORK.kinds.contains(kind) || STORAGE.kinds.contains(kind);
    }
}
