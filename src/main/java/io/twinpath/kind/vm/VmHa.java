package io.twinpath.kind.vm;

import io.twinpath.kind.ApdCleared;
import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.DasSettings;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.kind.ToolsMonitoring;
import io.twinpath.model.Seconds;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Optional;

/**
 * Overrides of the cluster's HA.
 *
 * @param monitoring what was found beside, and is sent back with the rest
 */
public record VmHa(
        @Doc("How early it is restarted.") Optional<RestartPriority> restartPriority,

        @Doc("How long the restart of the next priority waits for it.")
        Optional<Seconds> restartDelay,

        @Doc("What its host does with it when it is cut off.")
        Optional<IsolationResponse> isolationResponse,

        @Doc("What happens when its storage has lost all paths.")
        Optional<ApdResponse> onApd,

        @Doc("How long HA waits with it after the hosts have given up.")
        Optional<Seconds> apdDelay,

        @Doc("What happens when the paths come back while it waits.")
        Optional<ApdCleared> onApdCleared,

        @Doc("What happens when its storage is gone for good.")
        Optional<PdlResponse> onPdl,

        @FoundOnly Optional<ToolsMonitoring> monitoring) {

    static VmHa of(DasSettings das) {
        return new VmHa(
                das.restartPriority(),
                das.restartDelay(),
                das.isolationResponse(),
                das.onApd(),
                das.apdDelay(),
                das.onApdCleared(),
                das.onPdl(),
                das.monitoring());
    }

    DasSettings settings() {
        return new DasSettings(
                restartPriority, restartDelay, isolationResponse, onApd, apdDelay, onApdCleared, onPdl, monitoring);
    }
}
