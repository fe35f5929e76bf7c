package io.twinpath.kind.cluster;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.model.Seconds;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Optional;
import java.util.SortedSet;

/** High availability of a cluster. */
public record Ha(
        @Doc("Whether HA is on.") Optional<Boolean> enabled,
        @Doc("Whether the failure of hosts is watched for.") Optional<Boolean> hostMonitoring,
        @Doc("What is kept free for failures.") Optional<Admission> admission,

        @Doc("What happens to a virtual machine whose storage has lost all paths.")
        Optional<ApdResponse> onApd,

        @Doc("What happens to a virtual machine whose storage is gone for good.")
        Optional<PdlResponse> onPdl,

        @Doc("How long all paths must be lost before HA counts it.")
        Optional<Seconds> apdTimeout,

        @Doc("What a host that is cut off does with its virtual machines.")
        Optional<Isolation> isolationResponse,

        @Doc("Which virtual machines are restarted first, unless they say otherwise.")
        Optional<RestartPriority> restartPriority,

        @Doc("The datastores over which hosts show that they are alive.")
        Optional<SortedSet<String>> heartbeatDatastores) {

    /** Capacity that admission control keeps free. */
    public record Admission(
            @Doc("Whether virtual machines that would use it up are refused.")
            Optional<Boolean> enabled,

            @Doc("How many hosts may fail.") @Range(min = 1, max = 63)
            Optional<Integer> hostFailures,

            @Doc("Share of CPU kept free, in percent.") @Range(min = 0, max = 100)
            Optional<Integer> cpuPercent,

            @Doc("Share of memory kept free, in percent.") @Range(min = 0, max = 100)
            Optional<Integer> memoryPercent) {}

    /** What a host does with its virtual machines when it cannot reach the others. */
    public enum Isolation {
        NONE,
        SHUTDOWN,
        POWER_OFF
    }
}
