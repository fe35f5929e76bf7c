package io.twinpath.kind.migration;

import io.twinpath.kind.migration.Migration.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** Which port of a host becomes which uplink of a distributed switch. Said and not left to the server, so that it is known. */
final class Uplinks {

    private Uplinks() {}

    /** Ports that are there keep their uplinks; others get those that are free, both in their order. None for whom none is left. */
    static Map<String, String> of(Carrier carrier, SortedSet<String> ports) {
        Map<String, String> uplinks = new TreeMap<>(carrier.ports());
        uplinks.keySet().retainAll(ports);
        if (!carrier.distributed()) {
            ports.forEach(port -> uplinks.put(port, port));
            return uplinks;
        }
        List<String> free = new ArrayList<>(carrier.keys().keySet());
        free.removeAll(uplinks.values());
        for (String port : ports) {
            if (!uplinks.containsKey(port) && !free.isEmpty()) {
                uplinks.put(port, free.removeFirst());
            }
        }
        return uplinks;
    }
}
