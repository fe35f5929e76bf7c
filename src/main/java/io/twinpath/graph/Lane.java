package io.twinpath.graph;

import java.util.List;
import java.util.Optional;

/**
 * A band of a picture: a host, hosts that are alike and drawn once, hosts that are only named, or machines that are on no host yet.
 *
 * @param title a name, or such as {@code 97 hosts like esxi4}
 * @param shown the host that is drawn; empty when none is
 * @param hosts all that it stands for, in the order of their names
 */
public record Lane(String title, Optional<HostNode> shown, List<HostNode> hosts) {
    public Lane {
        hosts = List.copyOf(hosts);
    }

    /** Whether it stands for more than it shows. */
    public boolean folded() {
        return hosts.size() > 1;
    }

    public State state() {
        return hosts.stream().map(HostNode::state).reduce(State.OK, State::or);
    }
}
