package io.twinpath.rig.part;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A storage array, or a server of NFS volumes.
 *
 * @param portals by address
 * @param devices that it serves, by the names that hosts give them
 */
public record Array(String name, SortedMap<String, Portal> portals, SortedSet<String> devices) {
    public Array {
        portals = Frozen.map(portals);
        devices = Frozen.set(devices);
    }
}
