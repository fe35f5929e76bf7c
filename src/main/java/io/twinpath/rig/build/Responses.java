package io.twinpath.rig.build;

import io.twinpath.kind.cluster.Ha;
import io.twinpath.kind.vm.VmHa;
import io.twinpath.model.Seconds;
import io.twinpath.rig.part.Response;

/** What specs say of HA, as the rig has it. */
final class Responses {

    private Responses() {}

    static Response of(Ha ha) {
        return new Response(
                ha.restartPriority(),
                ha.isolationResponse(),
                ha.onApd(),
                ha.apdDelay().map(Responses::seconds),
                ha.onPdl());
    }

    static Response of(VmHa ha) {
        return new Response(
                ha.restartPriority(),
                ha.isolationResponse(),
                ha.onApd(),
                ha.apdDelay().map(Responses::seconds),
                ha.onPdl());
    }

    private static int seconds(Seconds seconds) {
        return Math.toIntExact(seconds.count());
    }
}
