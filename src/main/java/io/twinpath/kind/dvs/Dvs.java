package io.twinpath.kind.dvs;

import io.twinpath.model.Desired;
import io.twinpath.model.PortRef;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import io.twinpath.model.shape.WriteOnly;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A distributed switch.
 *
 * @param version the server's mark of this configuration
 * @param taken wanted ports that a standard switch has, with its name
 * @param unknownHosts wanted hosts that vCenter does not have
 */
public record Dvs(
        @Doc("The datacenter in which it is made.") @WriteOnly
        Optional<String> datacenter,

        @Doc("The largest frame, in bytes.") @Range(min = 1280, max = 9000)
        Optional<Integer> mtu,

        @Doc("The names of its uplinks, in order.") Optional<List<String>> uplinks,
        @Doc("How neighbours are found.") Optional<Discovery> discovery,

        @Doc("Its hosts by name, with the ports that each gives it. Others stay.")
        Map<String, Member> hosts,

        @FoundOnly Optional<String> version,
        @FoundOnly Map<String, String> taken,
        @FoundOnly Optional<SortedSet<String>> unknownHosts)
        implements Desired {

    /** The same with these hosts. */
    public Dvs with(Map<String, Member> other) {
        return new Dvs(datacenter, mtu, uplinks, discovery, other, version, taken, unknownHosts);
    }

    /** A port as {@code taken} names it. */
    static String port(String host, String port) {
        return port + " of " + host;
    }

    /** Discovery of neighbours. */
    public record Discovery(
            @Doc("The protocol.") Optional<Protocol> protocol,
            @Doc("Which way it goes.") Optional<Operation> operation) {}

    /** The two protocols. */
    public enum Protocol {
        CDP,
        LLDP
    }

    /** Which way discovery goes. */
    public enum Operation {
        NONE,
        LISTEN,
        ADVERTISE,
        BOTH
    }

    /**
     * A host of the switch.
     *
     * @param keys the uplink that each of its ports has
     */
    public record Member(
            @Doc("Its ports, such as storage_a/0 or vmnic4.")
            Optional<SortedSet<PortRef>> ports,

            @FoundOnly Map<String, String> keys) {}
}
