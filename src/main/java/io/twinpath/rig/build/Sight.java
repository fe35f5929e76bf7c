package io.twinpath.rig.build;

import io.twinpath.kind.host.HostState;
import io.twinpath.kind.inventory.Inventory;
import io.twinpath.kind.vm.Vm;
import io.twinpath.model.Catalogue;
import io.twinpath.model.HostFact;
import io.twinpath.model.Resource;
import io.twinpath.model.Spec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that a rig is built from, from one point of view.
 *
 * @param spec for wiring, arrays, and what only people know of a machine
 * @param values resources as they are there, or will be
 * @param states what each host told of itself, by host
 * @param inventory what vCenter told
 * @param answers whether each host answered; empty without a look at the site
 * @param reshaped hosts whose network or iSCSI is not what was found
 * @param looked whether anybody looked at the site
 */
record Sight(
        Spec spec,
        Values values,
        Map<String, HostState> states,
        Optional<Inventory> inventory,
        Map<String, HostFact> answers,
        Set<String> reshaped,
        boolean looked,
        Catalogue catalogue) {

    SortedSet<String> hosts() {
        SortedSet<String> hosts = new TreeSet<>(spec.hosts().keySet());
        inventory.ifPresent(i -> hosts.addAll(i.hosts().keySet()));
        return hosts;
    }

    Optional<HostState> state(String host) {
        return Optional.ofNullable(states.get(host));
    }

    Optional<Inventory.Host> known(String host) {
        return inventory.flatMap(i -> Optional.ofNullable(i.hosts().get(host)));
    }

    /** What the spec says of what belongs to no host, as it stands there. */
    <T extends Record> SortedMap<String, T> declared(Class<T> type) {
        SortedMap<String, T> declared = new TreeMap<>();
        for (Resource<?> resource : spec.resources().values()) {
            Record wanted = resource.desired().orElse(null);
            if (resource.address().host().isEmpty() && type.isInstance(wanted)) {
                declared.put(resource.address().name(), type.cast(wanted));
            }
        }
        return declared;
    }

    Optional<Vm> declaredMachine(String name) {
        return Optional.ofNullable(declared(Vm.class).get(name));
    }
}
