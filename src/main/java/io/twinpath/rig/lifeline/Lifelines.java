package io.twinpath.rig.lifeline;

import io.twinpath.kind.portgroup.PortGroup;
import io.twinpath.kind.vmkernel.VMkernel;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Obstacle;
import io.twinpath.rig.FailoverOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Refuses changes after which a host could not be reached, could lose its storage, or would carry less than its interfaces
 * expect. What is wrong already and stays so is nobody's doing here. What is not known counts as what it may be.
 */
public final class Lifelines {

    private final Collection<Change<?>> changes;
    private final HostNetwork before;
    private final HostNetwork after;
    private final Channels channels;
    private final boolean atConsole;
    private final SortedMap<Address, List<Obstacle>> found = new TreeMap<>();

    private Lifelines(Collection<Change<?>> changes, Channels channels, boolean atConsole) {
        this.changes = changes;
        this.before = HostNetwork.before(changes);
        this.after = HostNetwork.after(changes);
        this.channels = channels;
        this.atConsole = atConsole;
    }

    /**
     * The changes of one host that must not be made, and why.
     *
     * @param changes all that is known of the host's network, what nobody declared included
     * @param channels the channels of physical switches
     * @param atConsole whether a person stands at the host's console and can take a change of its management back
     */
    public static SortedMap<Address, List<Obstacle>> obstacles(
            Collection<Change<?>> changes, Channels channels, boolean atConsole) {
        Lifelines lifelines = new Lifelines(changes, channels, atConsole);
        lifelines.after.interfaces().forEach(lifelines::check);
        return lifelines.found;
    }

    private void check(String name, VMkernel target) {
        Optional<VMkernel> found = Optional.ofNullable(before.interfaces().get(name));
        mtu(name, found, target);
        binding(name, found, target);
        found.ifPresent(f -> {
            cut(name, f, target);
            if (!atConsole && mayManage(f)) {
                moved(name, f, target);
                ipHash(name, f, target);
            }
        });
    }

    private static boolean mayManage(VMkernel vmk) {
        return vmk.services().map(s -> s.contains(VMkernel.Service.MANAGEMENT)).orElse(true);
    }

    private void mtu(String name, Optional<VMkernel> found, VMkernel target) {
        if (exceeds(after, target) && found.filter(f -> exceeds(before, f)).isEmpty()) {
            blame(
                    name,
                    target,
                    LifelineProblem.mtu(
                            name,
                            target.mtu().orElseThrow(),
                            carrier(target),
                            after.switchOf(target).orElseThrow().mtu().orElseThrow()));
        }
    }

    private static boolean exceeds(HostNetwork network, VMkernel vmk) {
        Optional<Integer> carried = network.switchOf(vmk).flatMap(s -> s.mtu());
        return vmk.mtu().isPresent() && carried.isPresent() && vmk.mtu().orElseThrow() > carried.orElseThrow();
    }

    private void cut(String name, VMkernel found, VMkernel target) {
        boolean reached = before.order(found).filter(o -> !o.isEmpty()).isPresent();
        boolean lost = after.order(target).filter(o -> o.sure() && o.isEmpty()).isPresent();
        if (!reached || !lost) {
            return;
        }
        if (found.services().isPresent() && mayManage(found)) {
            blame(name, target, LifelineProblem.cutsManagement(name, carrier(target)));
        } else if (before.isBound(name) || after.isBound(name)) {
            blame(name, target, LifelineProblem.cutsStorage(name, carrier(target)));
        } else if (mayManage(found) || !before.bindingsKnown()) {
            blame(name, target, LifelineProblem.mayCut(name, carrier(target)));
        }
    }

    private void moved(String name, VMkernel found, VMkernel target) {
        if (!found.ip().equals(target.ip())
                || !found.dhcp().equals(target.dhcp())
                || !found.gateway().equals(target.gateway())) {
            blame("vmkernel", Optional.of(name), LifelineProblem.readdressed(name, known(found)));
        }
        Optional<Integer> vlan = before.groupOf(found).flatMap(PortGroup::vlan);
        Optional<Integer> other = after.groupOf(target).flatMap(PortGroup::vlan);
        if (found.portGroup().equals(target.portGroup())
                && vlan.isPresent()
                && other.isPresent()
                && !vlan.equals(other)) {
            blame(
                    "port_group",
                    Optional.of(target.portGroup()),
                    LifelineProblem.otherVlan(name, known(found), vlan.orElseThrow(), other.orElseThrow()));
        }
    }

    private static boolean known(VMkernel vmk) {
        return vmk.services().isPresent();
    }

    private void ipHash(String name, VMkernel found, VMkernel target) {
        boolean declared = after.order(target)
                .filter(o -> channels.holdTogether(o.active()))
                .isPresent();
        if (after.usesIpHash(target) && !before.usesIpHash(found) && !declared) {
            blame(name, target, LifelineProblem.ipHash(name, carrier(target)));
        }
    }

    private void binding(String name, Optional<VMkernel> found, VMkernel target) {
        boolean was = found.filter(f -> unfit(before, name, f)).isPresent();
        if (unfit(after, name, target) && !was) {
            blame(
                    name,
                    target,
                    LifelineProblem.unfitForBinding(
                            name, target.portGroup(), after.order(target).orElseThrow()));
        }
    }

    private static boolean unfit(HostNetwork network, String name, VMkernel vmk) {
        return network.isBound(name)
                && network.order(vmk)
                        .filter(FailoverOrder::sure)
                        .filter(o -> o.active().size() != 1 || !o.standby().isEmpty())
                        .isPresent();
    }

    private String carrier(VMkernel vmk) {
        return after.groupOf(vmk).map(PortGroup::vswitch).orElse(vmk.portGroup());
    }

    /** All pending changes on the way from an interface to its uplinks take part in what comes of them. */
    private void blame(String name, VMkernel target, Obstacle obstacle) {
        blame("vmkernel", Optional.of(name), obstacle);
        blame("port_group", Optional.of(target.portGroup()), obstacle);
        blame("vswitch", Optional.of(carrier(target)), obstacle);
        if (after.isBound(name) && !before.isBound(name)) {
            blame("iscsi", Optional.empty(), obstacle);
        }
    }

    /** @param name empty for the only one of its kind */
    private void blame(String kind, Optional<String> name, Obstacle obstacle) {
        for (Change<?> change : changes) {
            Address address = change.address();
            boolean pending = change.isPending();
            if (pending
                    && address.kind().equals(kind)
                    && name.filter(n -> !n.equals(address.name())).isEmpty()) {
                found.computeIfAbsent(address, a -> new ArrayList<>()).add(obstacle);
            }
        }
    }
}
