package io.twinpath.rig;

import io.twinpath.kind.Teaming;
import io.twinpath.kind.portgroup.PortGroup;
import io.twinpath.kind.vswitch.VSwitch;
import io.twinpath.model.PortRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The uplinks that carry what goes through a port group of a standard switch, after its overrides.
 *
 * <p>A port group's own order replaces the switch's as a whole. On a switch whose order nobody set every uplink is active. A port that
 * is named in an order and is no uplink carries nothing.
 *
 * @param active in the order of preference
 * @param standby that take over when no active one has link, in order
 * @param sure whether all overrides were read; else the order may be another one of the same uplinks
 */
public record FailoverOrder(List<PortRef> active, List<PortRef> standby, boolean sure) {

    public FailoverOrder {
        active = List.copyOf(active);
        standby = List.copyOf(standby);
    }

    /**
     * @param fresh whether the port group is made by a plan: what it does not override it inherits for certain
     * @return empty when the uplinks of the switch were not read
     */
    public static Optional<FailoverOrder> of(PortGroup group, VSwitch carrier, boolean fresh) {
        return carrier.uplinks().map(uplinks -> of(group, carrier, uplinks, fresh));
    }

    private static FailoverOrder of(PortGroup group, VSwitch carrier, Collection<PortRef> uplinks, boolean fresh) {
        Optional<Teaming> own = group.teaming().filter(t -> t.active().isPresent());
        Optional<Teaming> inherited = carrier.teaming().filter(t -> t.active().isPresent());
        boolean overridesKnown = group.teaming().isPresent() || fresh;
        Optional<Teaming> used = own.or(() -> inherited);
        boolean sure = own.isPresent() || (overridesKnown && (inherited.isPresent() || uplinks.size() < 2));
        return new FailoverOrder(
                kept(used.flatMap(Teaming::active).orElseGet(() -> List.copyOf(uplinks)), uplinks),
                kept(used.flatMap(Teaming::standby).orElseGet(List::of), uplinks),
                sure || uplinks.isEmpty());
    }

    private static List<PortRef> kept(List<PortRef> order, Collection<PortRef> uplinks) {
        return order.stream().filter(uplinks::contains).toList();
    }

    /** How outgoing traffic is spread: the port group's own word, else the switch's. */
    public static Optional<Teaming.LoadBalancing> loadBalancing(Optional<PortGroup> group, Optional<VSwitch> carrier) {
        return group.flatMap(PortGroup::teaming)
                .flatMap(Teaming::loadBalancing)
                .or(() -> carrier.flatMap(VSwitch::teaming).flatMap(Teaming::loadBalancing));
    }

    public boolean isEmpty() {
        return active.isEmpty() && standby.isEmpty();
    }
}
