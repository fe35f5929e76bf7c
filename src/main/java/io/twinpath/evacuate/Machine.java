package io.twinpath.evacuate;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A virtual machine that is to leave its host.
 *
 * @param running whether it is powered on
 * @param cpuMhz what it has reserved
 * @param memoryMb what it has reserved
 * @param sizeMb its memory
 * @param disks the datastore of each disk, and of each image in a drive, by label
 * @param networks the port groups that it is attached to
 * @param ties what ties it to this host whatever the others have, as full sentences
 */
public record Machine(
        String name,
        boolean running,
        long cpuMhz,
        long memoryMb,
        long sizeMb,
        SortedMap<String, String> disks,
        SortedSet<String> networks,
        List<String> ties) {
    public Machine {
        disks = Collections.unmodifiableSortedMap(new TreeMap<>(disks));
        networks = Collections.unmodifiableSortedSet(new TreeSet<>(networks));
        ties = List.copyOf(ties);
    }
}
