package io.twinpath.rig.lifeline;

import io.twinpath.kind.Teaming;
import io.twinpath.kind.iscsi.Iscsi;
import io.twinpath.kind.portgroup.PortGroup;
import io.twinpath.kind.vmkernel.VMkernel;
import io.twinpath.kind.vswitch.VSwitch;
import io.twinpath.model.Change;
import io.twinpath.rig.FailoverOrder;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The network of one host at one time, declared or not, as far as it was read.
 *
 * @param fresh names of port groups that a plan makes: what they do not override they inherit for certain
 * @param iscsi the software adapter, when it was read
 */
record HostNetwork(
        Map<String, VSwitch> switches,
        Map<String, PortGroup> groups,
        Set<String> fresh,
        Map<String, VMkernel> interfaces,
        Optional<Iscsi> iscsi) {

    static HostNetwork before(Collection<Change<?>> changes) {
        return of(changes, c -> c.before().map(Record.class::cast));
    }

    static HostNetwork after(Collection<Change<?>> changes) {
        return of(changes, c -> c.after().map(Record.class::cast));
    }

    private static HostNetwork of(Collection<Change<?>> changes, Function<Change<?>, Optional<Record>> side) {
        HostNetwork network = new HostNetwork(
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                changes.stream()
                        .flatMap(c -> side.apply(c).stream())
                        .filter(r -> r instanceof Iscsi)
                        .map(r -> (Iscsi) r)
                        .findFirst());
        for (Change<?> change : changes) {
            String name = change.address().name();
            side.apply(change).ifPresent(value -> network.add(name, value));
            if (change instanceof Change.Create<?>) {
                network.fresh.add(name);
            }
        }
        return network;
    }

    private void add(String name, Record value) {
        if (value instanceof VSwitch v) {
            switches.put(name, v);
        } else if (value instanceof PortGroup g) {
            groups.put(name, g);
        } else if (value instanceof VMkernel v) {
            interfaces.put(name, v);
        }
    }

    Optional<PortGroup> groupOf(VMkernel vmk) {
        return Optional.ofNullable(groups.get(vmk.portGroup()));
    }

    Optional<VSwitch> switchOf(VMkernel vmk) {
        return groupOf(vmk).flatMap(g -> Optional.ofNullable(switches.get(g.vswitch())));
    }

    /** The uplinks that an interface uses; empty when its switch was not read. */
    Optional<FailoverOrder> order(VMkernel vmk) {
        return groupOf(vmk)
                .flatMap(group -> switchOf(vmk)
                        .flatMap(carrier -> FailoverOrder.of(group, carrier, fresh.contains(vmk.portGroup()))));
    }

    boolean usesIpHash(VMkernel vmk) {
        return FailoverOrder.loadBalancing(groupOf(vmk), switchOf(vmk))
                .equals(Optional.of(Teaming.LoadBalancing.IPHASH));
    }

    boolean isBound(String vmk) {
        return iscsi.flatMap(Iscsi::portBinding).filter(b -> b.contains(vmk)).isPresent();
    }

    /** Whether it is known which interfaces iSCSI is bound to. */
    boolean bindingsKnown() {
        return iscsi.filter(i -> !i.enabled() || i.portBinding().isPresent()).isPresent();
    }
}
