package io.twinpath.kind.inventory;

import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import io.twinpath.model.shape.Doc;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A virtual machine as it stands. Of one whose configuration vCenter cannot read, such as an orphan, most is empty; then {@link
 * #read} says so.
 */
public record Machine(
        @Doc("Whether vCenter knows its configuration; else it says little of it.")
        boolean read,

        @Doc("The host that it runs on or is registered on.")
        Optional<String> host,

        @Doc("Whether it runs.") Optional<Power> power,
        @Doc("How many virtual processors it has.") Optional<Integer> processors,
        @Doc("Its memory.") Optional<Mebibytes> memory,
        @Doc("Processing power that is kept for it.") Optional<Megahertz> cpuReservation,
        @Doc("Memory that is kept for it.") Optional<Mebibytes> memoryReservation,
        @Doc("The datastore of each disk, by label.") Map<String, String> disks,

        @Doc("The datastore of each image in a drive that is connected, by label.")
        Map<String, String> images,

        @Doc("The datastore of its configuration.") Optional<String> home,

        @Doc("The datastore of its swap file while it runs.")
        Optional<String> swap,

        @Doc("The networks of adapters that are connected, or will be when it starts.")
        SortedSet<String> networks,

        @Doc("What ties it to its host.") List<Tie> ties,

        @Doc("How much the scheduler prefers its response time over throughput.")
        Optional<LatencySensitivity> latencySensitivity,

        @Doc("Advanced settings that bear on where it can run.")
        Map<String, String> advanced) {

    public Machine {
        disks = Collections.unmodifiableMap(new TreeMap<>(disks));
        images = Collections.unmodifiableMap(new TreeMap<>(images));
        networks = Collections.unmodifiableSortedSet(new TreeSet<>(networks));
        ties = List.copyOf(ties);
        advanced = Collections.unmodifiableMap(new TreeMap<>(advanced));
    }

    /** {@code VirtualMachinePowerState}. */
    public enum Power {
        ON,
        OFF,
        SUSPENDED
    }

    /** The scheduler's four levels. */
    public enum LatencySensitivity {
        LOW,
        NORMAL,
        MEDIUM,
        HIGH
    }

    /** Something that ties a machine to its host. */
    public record Tie(
            @Doc("What it prevents.") Prevents prevents,
            @Doc("What it is, in a sentence.") String what) {}

    /** What a tie prevents. */
    public enum Prevents {
        /** A move while it runs. */
        MOVE,
        /** A start on any other host, too. */
        START
    }
}
