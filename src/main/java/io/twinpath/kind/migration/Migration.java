package io.twinpath.kind.migration;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the ports and interfaces of one host are connected to.
 *
 * @param switches both sorts by name, as the host has them
 * @param groups the port groups that interfaces have or are to have, of both sorts, by name
 * @param nics every interface
 * @param rollback whether vCenter takes a change of the network back when the host is lost over it; empty when nobody says
 */
public record Migration(
        @Doc("Ports by the host's names, each with its switch.")
        Map<String, String> ports,

        @Doc("Interfaces of the host, each with its port group.")
        Map<String, String> interfaces,

        @FoundOnly Map<String, Carrier> switches,
        @FoundOnly Map<String, Group> groups,
        @FoundOnly Map<String, Nic> nics,
        @FoundOnly Optional<Boolean> rollback)
        implements Desired {

    /** What a spec can say. */
    public Migration(Map<String, String> ports, Map<String, String> interfaces) {
        this(ports, interfaces, Map.of(), Map.of(), Map.of(), Optional.empty());
    }

    /**
     * A switch of the host.
     *
     * @param uuid of a distributed one; empty for a standard one
     * @param ports what it has, each with the uplink that it is; of a standard switch they are the same
     * @param keys how the host knows each uplink of a distributed switch, by their names
     * @param spec of a standard one, as XML, to be sent back
     */
    public record Carrier(
            Optional<String> uuid,
            Optional<Integer> mtu,
            Map<String, String> ports,
            Map<String, String> keys,
            Optional<String> spec) {

        public boolean distributed() {
            return uuid.isPresent();
        }
    }

    /**
     * A port group.
     *
     * @param carrier the name of its switch
     * @param key of a distributed one
     * @param uplinks those that it uses, by their names, one that only takes over among them
     * @param active how many of them are in use at the same time
     * @param inherits whether it also uses what its switch gets
     * @param guests whether virtual machines are connected; known of standard ones only
     */
    public record Group(
            String carrier, Optional<String> key, List<String> uplinks, int active, boolean inherits, boolean guests) {}

    /**
     * An interface.
     *
     * @param management whether the host is managed over it
     * @param spec as XML, to be sent back
     */
    public record Nic(boolean management, Optional<Integer> mtu, String spec) {}
}
