package io.twinpath.rig.part;

import java.util.List;
import java.util.Optional;

/**
 * How a port group of a host uses uplinks: what is in force after its overrides.
 *
 * @param portGroup its name
 * @param carrier the virtual switch, standard or distributed
 * @param active uplinks that carry, in order; names of {@link Port}
 * @param standby uplinks that take over when no active one has link
 * @param vlan when it is known
 * @param mtu of the virtual switch, in bytes, when it is known
 * @param ipHash whether traffic is spread by IP hash, which needs a channel on the physical switch
 * @param sure whether all overrides were read; else the order may be another one of the same uplinks
 */
public record Team(
        String portGroup,
        String carrier,
        List<String> active,
        List<String> standby,
        Optional<Integer> vlan,
        Optional<Integer> mtu,
        boolean ipHash,
        boolean sure) {
    public Team {
        active = List.copyOf(active);
        standby = List.copyOf(standby);
    }

    /** Whether iSCSI may be bound to an interface behind it: exactly one active uplink and no standby one. */
    public boolean bindable() {
        return active.size() == 1 && standby.isEmpty();
    }
}
