package io.twinpath.evacuate;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A host that could take virtual machines.
 *
 * @param closed why it takes none at all, such as maintenance mode
 * @param cpuMhz what is not reserved yet
 * @param memoryMb what is not reserved yet
 * @param spareMb what would be left if all its machines used all their memory; may be negative
 */
public record Room(
        String host,
        Optional<String> closed,
        long cpuMhz,
        long memoryMb,
        long spareMb,
        SortedSet<String> datastores,
        SortedSet<String> networks) {
    public Room {
        datastores = Collections.unmodifiableSortedSet(new TreeSet<>(datastores));
        networks = Collections.unmodifiableSortedSet(new TreeSet<>(networks));
    }

    Room without(Machine machine) {
        return new Room(
                host,
                closed,
                cpuMhz - machine.cpuMhz(),
                memoryMb - machine.memoryMb(),
                spareMb - machine.sizeMb(),
                datastores,
                networks);
    }
}
