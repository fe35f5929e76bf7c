package io.twinpath.lab.site;

import java.util.List;

/** The policy that is in force: active uplinks in order, standby ones, and those that carry nothing. */
public record FailoverOrder(
        List<String> active,
        List<String> standby,
        List<String> unused,
        String loadBalancing,
        String failureDetection,
        boolean notifySwitches,
        boolean failback) {

    public FailoverOrder {
        active = List.copyOf(active);
        standby = List.copyOf(standby);
        unused = List.copyOf(unused);
    }

    /** Whether iSCSI may be bound to an interface behind it: one active uplink, none to fail over to. */
    public boolean compliant() {
        return active.size() == 1 && standby.isEmpty();
    }
}
