package io.twinpath.evacuate;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a decision rests on.
 *
 * @param host which is to be left
 * @param machines on it
 * @param rooms the other hosts of its cluster
 * @param rules of the cluster
 * @param where every virtual machine of the cluster runs
 */
public record Scene(
        String host, List<Machine> machines, List<Room> rooms, List<Affinity> rules, SortedMap<String, String> where) {
    public Scene {
        machines = List.copyOf(machines);
        rooms = List.copyOf(rooms);
        rules = List.copyOf(rules);
        where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
    }
}
