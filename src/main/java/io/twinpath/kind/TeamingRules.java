package io.twinpath.kind;

import io.twinpath.diag.Diagnostics;
import io.twinpath.model.FieldPath;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** The rules of a failover order, wherever it stands. */
public final class TeamingRules {

    private static final FieldPath ACTIVE = FieldPath.of("teaming", "active");
    private static final FieldPath STANDBY = FieldPath.of("teaming", "standby");

    private TeamingRules() {}

    /**
     * @param uplinks of the virtual switch, when they are known here
     */
    public static void check(
            Resource<?> resource, Teaming teaming, Optional<SortedSet<PortRef>> uplinks, Diagnostics into) {
        List<PortRef> active = teaming.active().orElseGet(List::of);
        List<PortRef> standby = teaming.standby().orElseGet(List::of);
        Set<PortRef> seen = new HashSet<>();
        each(resource, ACTIVE, active, seen, uplinks, into);
        each(resource, STANDBY, standby, seen, uplinks, into);
        if (teaming.loadBalancing().equals(Optional.of(Teaming.LoadBalancing.IPHASH)) && !standby.isEmpty()) {
            into.add(KindProblem.standbyWithIpHash(resource, STANDBY));
        }
        if (active.isEmpty() && (teaming.active().isPresent() || !standby.isEmpty())) {
            into.add(KindProblem.needsAnother(
                    resource,
                    teaming.active().isPresent() ? ACTIVE : STANDBY,
                    "A failover order needs an active uplink; esxcli cannot set an order without one."));
        }
    }

    private static void each(
            Resource<?> resource,
            FieldPath path,
            List<PortRef> order,
            Set<PortRef> seen,
            Optional<SortedSet<PortRef>> uplinks,
            Diagnostics into) {
        for (PortRef port : order) {
            if (!seen.add(port)) {
                into.add(KindProblem.activeAndStandby(resource, path, port.toString()));
            } else if (uplinks.isPresent() && !uplinks.orElseThrow().contains(port)) {
                into.add(KindProblem.notAnUplink(resource, path, port.toString()));
            }
        }
    }
}
