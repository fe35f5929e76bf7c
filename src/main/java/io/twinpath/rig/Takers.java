package io.twinpath.rig;

import io.twinpath.rig.Refusal.Why;
import io.twinpath.rig.Standing.Core;
import io.twinpath.rig.part.Host;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts that can take machines with the same needs in one outage, leaving aside room, rules and ties. How hosts stand does not change
 * while HA starts machines, so each host is looked at once, and only when somebody asks.
 */
final class Takers {

    private final Site site;
    private final Standings now;
    private final Needs needs;
    private final Map<String, Optional<Refusal>> known = new HashMap<>();

    Takers(Site site, Standings now, Needs needs) {
        this.site = site;
        this.now = now;
        this.needs = needs;
    }

    /** Why a host cannot; empty when it can. */
    Optional<Refusal> refusal(String host) {
        return known.computeIfAbsent(host, this::look);
    }

    private Optional<Refusal> look(String name) {
        Core core = now.of(name);
        if (!core.up()) {
            return Refusal.of(name, Why.DOWN, name);
        }
        if (core.cutOff()) {
            return Refusal.of(name, Why.CUT_OFF, name);
        }
        Circuit circuit = site.circuit(name);
        if (circuit.host().maintenance()) {
            return Refusal.of(name, Why.MAINTENANCE, name);
        }
        return storage(circuit, core).or(() -> network(circuit.host()));
    }

    private Optional<Refusal> storage(Circuit circuit, Core core) {
        for (String datastore : needs.datastores()) {
            if (!circuit.offers(datastore, core)) {
                boolean mounted = circuit.host().datastores().contains(datastore);
                return Refusal.of(circuit.host().name(), mounted ? Why.NOT_REACHED : Why.NOT_MOUNTED, datastore);
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> network(Host host) {
        for (String network : needs.networks()) {
            if (!host.teams().containsKey(network)) {
                return Refusal.of(host.name(), Why.NETWORK, network);
            }
        }
        return Optional.empty();
    }
}
