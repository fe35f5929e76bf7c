package io.twinpath.rig.part;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import java.util.Optional;

/**
 * What HA does with a virtual machine: settings of a cluster, or those of one machine that go before them.
 *
 * @param apdDelay seconds that HA waits after the host's time-out before it acts
 */
public record Response(
        Optional<RestartPriority> priority,
        Optional<IsolationResponse> isolation,
        Optional<ApdResponse> apd,
        Optional<Integer> apdDelay,
        Optional<PdlResponse> pdl) {

    public static final Response NONE =
            new Response(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These, and where they say nothing those of the cluster. */
    public Response or(Response cluster) {
        return new Response(
                priority.or(cluster::priority),
                isolation.or(cluster::isolation),
                apd.or(cluster::apd),
                apdDelay.or(cluster::apdDelay),
                pdl.or(cluster::pdl));
    }
}
