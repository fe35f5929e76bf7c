package io.twinpath.kind.vm;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a change of a virtual machine needs to know of it, as far as the spec asks for such changes.
 *
 * @param power {@code poweredOn}, {@code poweredOff} or {@code suspended}
 * @param changeVersion the server's mark of this configuration
 * @param cpuMhz the clock rate of a core of its host
 * @param adapters by label
 * @param ports of the distributed port groups that are named, by name
 * @param unknownNetworks wanted port groups that do not exist
 * @param alone whether its host told it by itself, and no vCenter
 * @param held what keeps its disks and itself from going where they are wanted, and from being started again
 */
public record VmFacts(
        String power,
        Optional<String> changeVersion,
        Optional<Integer> cpuMhz,
        boolean cpuHotAdd,
        boolean cpuHotRemove,
        boolean memoryHotAdd,
        Map<String, Adapter> adapters,
        Map<String, Port> ports,
        SortedSet<String> unknownNetworks,
        boolean alone,
        Held held) {

    static final String ON = "poweredOn";

    /** A network adapter, with all that an edit of it sends back. */
    public record Adapter(
            String type,
            int key,
            String summary,
            Optional<Integer> pciSlot,
            Optional<Integer> controller,
            Optional<Integer> unit,
            Optional<String> addressType,
            Optional<String> mac,
            Optional<Boolean> wakeOnLan,
            Optional<Boolean> connected,
            Optional<Boolean> startConnected,
            Optional<Boolean> guestControl) {}

    /** How a distributed port group is meant: both are the server's own, and last. */
    public record Port(String switchUuid, String groupKey) {}
}
