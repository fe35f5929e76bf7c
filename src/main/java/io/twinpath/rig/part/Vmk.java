package io.twinpath.rig.part;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.model.Ipv4Prefix;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A VMkernel interface.
 *
 * @param portGroup the {@link Team} behind it
 * @param ip its address with the length of its network, when it has one that is known
 * @param mtu in bytes, when it is known
 * @param services what the host does over it
 * @param bound whether software iSCSI is bound to it
 */
public record Vmk(
        String name,
        String portGroup,
        Optional<Ipv4Prefix> ip,
        Optional<Integer> mtu,
        SortedSet<Service> services,
        boolean bound) {
    public Vmk {
        services = Frozen.set(services);
    }

    public boolean manages() {
        return services.contains(Service.MANAGEMENT);
    }
}
