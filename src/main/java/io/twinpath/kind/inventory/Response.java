package io.twinpath.kind.inventory;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.DasSettings;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.model.Seconds;
import io.twinpath.model.shape.Doc;
import java.util.Optional;

/** What HA does with a virtual machine; what is empty in one of its own is as the cluster says. */
public record Response(
        @Doc("How early it is restarted.") Optional<RestartPriority> restartPriority,

        @Doc("What its host does with it when it is cut off.")
        Optional<IsolationResponse> isolationResponse,

        @Doc("What happens when its storage has lost all paths.")
        Optional<ApdResponse> onApd,

        @Doc("How long HA waits with it after the hosts have given up.")
        Optional<Seconds> apdDelay,

        @Doc("What happens when its storage is gone for good.")
        Optional<PdlResponse> onPdl) {

    static Response of(DasSettings das) {
        return new Response(das.restartPriority(), das.isolationResponse(), das.onApd(), das.apdDelay(), das.onPdl());
    }
}
