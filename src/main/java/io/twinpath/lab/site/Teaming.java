package io.twinpath.lab.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failover policy. A null field is not set here: a port group takes it from its virtual switch, a virtual switch from
 * the release. Read it through {@link Failover}.
 */
public final class Teaming {

    /** As {@code esxcli … failover set} spells it: {@code portid}, {@code iphash}, {@code mac} or {@code explicit}. */
    public @Nullable String loadBalancing;

    /** {@code link} or {@code beacon}. */
    public @Nullable String failureDetection;

    public @Nullable Boolean notifySwitches;
    public @Nullable Boolean failback;

    /** Set together with {@link #standby} or not at all. */
    public @Nullable List<String> active;

    public @Nullable List<String> standby;

    /** Drops a vmnic from the order, where there is one. */
    void forget(String vmnic) {
        active = without(active, vmnic);
        standby = without(standby, vmnic);
    }

    private static @Nullable List<String> without(@Nullable List<String> order, String vmnic) {
        return order == null
                ? null
                : order.stream().filter(n -> !n.equals(vmnic)).toList();
    }
}
