package io.twinpath.rig.lifeline;

import io.twinpath.kind.netswitch.NetSwitch;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import io.twinpath.model.Spec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The channels that the spec declares on physical switches, as the ports of one host that form each.
 *
 * @param members the host's own names of the ports, one set for each channel
 */
public record Channels(List<Set<PortRef>> members) {

    public Channels {
        members = List.copyOf(members);
    }

    /**
     * @param wirings of all physical switches, as {@link #wirings} finds them
     * @param resolve from a port of a card to the host's name of it; the same port when that is not known
     */
    public static Channels of(List<NetSwitch> wirings, String host, UnaryOperator<PortRef> resolve) {
        List<Set<PortRef>> channels = new ArrayList<>();
        for (NetSwitch wiring : wirings) {
            wiring.channels().values().forEach(ports -> channels.add(members(wiring, ports, host, resolve)));
        }
        return new Channels(channels);
    }

    /** The physical switches of a spec: looked for once, not for each host. */
    public static List<NetSwitch> wirings(Spec spec) {
        List<NetSwitch> wirings = new ArrayList<>();
        for (Resource<?> resource : spec.resources().values()) {
            if (resource.desired().orElse(null) instanceof NetSwitch wiring) {
                wirings.add(wiring);
            }
        }
        return wirings;
    }

    private static Set<PortRef> members(
            NetSwitch wiring, Collection<String> ports, String host, UnaryOperator<PortRef> resolve) {
        Set<PortRef> members = new HashSet<>();
        for (String port : ports) {
            String end = wiring.ports().getOrDefault(port, "");
            if (end.startsWith(host + "/")) {
                port(end.substring(host.length() + 1)).map(resolve).ifPresent(members::add);
            }
        }
        return members;
    }

    /** A cable may end in something that is no port of a host, such as an array's portal. */
    private static Optional<PortRef> port(String end) {
        try {
            return Optional.of(PortRef.parse(end));
        } catch (IllegalArgumentException notAPort) {
            return Optional.empty();
        }
    }

    /** Whether one channel has all of these ports. */
    boolean holdTogether(Collection<PortRef> ports) {
        return !ports.isEmpty() && members.stream().anyMatch(channel -> channel.containsAll(ports));
    }
}
