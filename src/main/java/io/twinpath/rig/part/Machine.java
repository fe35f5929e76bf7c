package io.twinpath.rig.part;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A virtual machine.
 *
 * @param cluster that it belongs to; empty on a host of its own
 * @param host that it runs or is registered on; empty when only a spec speaks of it: then it may be on any host of its cluster
 * @param disks the datastore of each, by label
 * @param home the datastore of its configuration and its swap, when that is known
 * @param networks the port groups of its connected adapters
 * @param ties what it has of its host
 * @param cpuMhz reserved
 * @param memoryMb reserved, in MiB
 * @param restartsAlone whether its guest comes up without a person: {@code reboot_safe}
 * @param own what HA does with it, where that differs from the cluster
 */
public record Machine(
        String name,
        Optional<String> cluster,
        Optional<String> host,
        Power power,
        SortedMap<String, String> disks,
        Optional<String> home,
        SortedSet<String> networks,
        List<Tie> ties,
        long cpuMhz,
        long memoryMb,
        boolean restartsAlone,
        Response own) {
    public Machine {
        disks = Frozen.map(disks);
        networks = Frozen.set(networks);
        ties = List.copyOf(ties);
    }

    /** Whether it runs. */
    public enum Power {
        ON,
        OFF,
        SUSPENDED,
        /** Counts as running. */
        UNREAD
    }

    public boolean runs() {
        return power == Power.ON || power == Power.UNREAD;
    }

    /**
     * Something that ties a machine to its host.
     *
     * @param what as a full sentence
     */
    public record Tie(Strength strength, String what) {

        /** What it prevents. */
        public enum Strength {
            /** A move while it runs. */
            MOVE,
            /** A start on any other host, too. */
            START
        }
    }
}
