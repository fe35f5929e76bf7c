package io.twinpath.rig.part;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A host.
 *
 * @param condition whether it runs, as far as anybody knows
 * @param maintenance whether it takes no virtual machines
 * @param cards by {@link Card#id}
 * @param ports by {@link Port#name}
 * @param teams by port group, those of distributed switches included
 * @param vmks by name
 * @param paths to all devices that it sees or is expected to see
 * @param datastores that it has mounted, by name, within reach or not
 * @param apd what it does when a device has lost all paths
 * @param capacity what it can promise to virtual machines
 */
public record Host(
        String name,
        Condition condition,
        boolean maintenance,
        SortedMap<String, Card> cards,
        SortedMap<String, Port> ports,
        SortedMap<String, Team> teams,
        SortedMap<String, Vmk> vmks,
        List<Path> paths,
        SortedSet<String> datastores,
        Apd apd,
        Capacity capacity) {
    public Host {
        cards = Frozen.map(cards);
        ports = Frozen.map(ports);
        teams = Frozen.map(teams);
        vmks = Frozen.map(vmks);
        paths = List.copyOf(paths);
        datastores = Frozen.set(datastores);
    }

    /** Whether a host runs. */
    public enum Condition {
        UP,
        DOWN,
        /** It could not be read; it counts as running, and what it has is not known. */
        UNREAD
    }

    /**
     * What a host does about all paths down.
     *
     * @param handled {@code Misc.APDHandlingEnable}: without it input and output hang for ever, and HA is not told
     * @param timeout {@code Misc.APDTimeout} in seconds, 20 to 99999; 140 as installed
     */
    public record Apd(boolean handled, int timeout) {
        public static final Apd AS_INSTALLED = new Apd(true, 140);
    }

    /**
     * All that a host has of a resource, used or not. Empty when it was not read: then everything fits, and that is an
     * assumption.
     *
     * @param cpuMhz the rates of all its cores together
     * @param memoryMb in MiB
     */
    public record Capacity(OptionalLong cpuMhz, OptionalLong memoryMb) {
        public static final Capacity UNREAD = new Capacity(OptionalLong.empty(), OptionalLong.empty());
    }
}
