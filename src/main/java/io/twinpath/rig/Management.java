package io.twinpath.rig;

import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Vmk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way to the management of a host: an interface that carries it.
 *
 * @param uplinks behind it; empty when they are not known: the way is then taken for open
 */
record Management(Vmk vmk, Optional<Uplinks> uplinks) {

    static List<Management> of(Host host, Map<String, Uplinks> teams) {
        List<Management> ways = new ArrayList<>();
        for (Vmk vmk : host.vmks().values()) {
            if (vmk.manages()) {
                ways.add(new Management(vmk, Optional.ofNullable(teams.get(vmk.portGroup()))));
            }
        }
        return ways;
    }

    /** Whether an uplink in use enters a switch that carries the network of the interface. */
    boolean open(Outage outage, Circuit.Probe probe) {
        if (uplinks.isEmpty()) {
            return true;
        }
        for (Plug plug : probe.inUse().get(uplinks.orElseThrow().number())) {
            Optional<String> entered = plug.enters();
            if (entered.isEmpty() || outage.joined(Fabric.network(vmk), entered.orElseThrow(), entered.orElseThrow())) {
                return true;
            }
        }
        return false;
    }
}
