package io.twinpath.lab.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out failover orders.
 *
 * <p>Our reading where no document decides: on a vSwitch whose order was never set every uplink is active, in the order
 * of adding; once it was set, an uplink added later is unused until someone names it. A port group's own order replaces
 * the vSwitch's as a whole. An uplink whose card is gone stays in the order and carries nothing.
 */
public final class Failover {

    private Failover() {}

    public static FailoverOrder of(VirtualSwitch vswitch) {
        return resolve(vswitch, vswitch.teaming);
    }

    public static FailoverOrder of(VirtualSwitch vswitch, PortGroup portGroup) {
        return resolve(vswitch, portGroup.teaming);
    }

    /** The order behind a port group of a host. */
    public static Optional<FailoverOrder> of(Host host, String portGroup) {
        return host.switchOf(portGroup)
                .flatMap(v -> Optional.ofNullable(v.portGroups.get(portGroup)).map(p -> of(v, p)));
    }

    private static FailoverOrder resolve(VirtualSwitch vswitch, Teaming own) {
        Teaming base = vswitch.teaming;
        List<String> active = first(own.active, base.active, vswitch.uplinks);
        List<String> standby =
                own.active == null ? first(null, base.standby, List.of()) : first(own.standby, null, List.of());
        List<String> unused = vswitch.uplinks.stream()
                .filter(u -> !active.contains(u) && !standby.contains(u))
                .toList();
        return new FailoverOrder(
                active,
                standby,
                unused,
                first(own.loadBalancing, base.loadBalancing, "portid"),
                first(own.failureDetection, base.failureDetection, "link"),
                first(own.notifySwitches, base.notifySwitches, true),
                first(own.failback, base.failback, true));
    }

    private static <T> T first(@Nullable T own, @Nullable T inherited, T fallback) {
        if (own != null) {
            return own;
        }
        return inherited != null ? inherited : fallback;
    }
}
