package io.twinpath.kind.cluster;

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
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * High availability of a cluster.
 *
 * @param monitoring what was found beside, and is sent back with the rest
 */
public record Ha(
        @Doc("Whether HA is on.") Optional<Boolean> enabled,
        @Doc("Whether the failure of hosts is watched for.") Optional<Boolean> hostMonitoring,
        @Doc("What is kept free for failures.") Optional<Admission> admission,

        @Doc("Whether lost storage counts as a failure at all; without it on_apd and on_pdl have no effect.")
        Optional<Boolean> componentProtection,

        @Doc("What happens to a virtual machine whose storage has lost all paths.")
        Optional<ApdResponse> onApd,

        @Doc("How long HA waits with it after the hosts have given up, up to 1h.")
        Optional<Seconds> apdDelay,

        @Doc("What happens when the paths come back while it waits.")
        Optional<ApdCleared> onApdCleared,

        @Doc("What happens to a virtual machine whose storage is gone for good.")
        Optional<PdlResponse> onPdl,

        @Doc("What a host that is cut off does with its virtual machines.")
        Optional<IsolationResponse> isolationResponse,

        @Doc("Which virtual machines are restarted first, unless they say otherwise.")
        Optional<RestartPriority> restartPriority,

        @Doc("How long the restart of the next priority waits.")
        Optional<Seconds> restartDelay,

        @Doc("The datastores over which hosts show that they are alive.")
        Optional<SortedSet<String>> heartbeatDatastores,

        @Doc("Whether only these datastores count, these first, or any.")
        Optional<Heartbeats> heartbeatPolicy,

        @Doc("Advanced options by key, such as das.isolationaddress0.")
        Map<String, String> options,

        @FoundOnly Optional<ToolsMonitoring> monitoring) {

    /** Which datastores carry heartbeats, {@code ClusterDasConfigInfoHBDatastoreCandidate}. */
    public enum Heartbeats {
        SELECTED("userSelectedDs"),
        PREFERRED("allFeasibleDsWithUserPreference"),
        ANY("allFeasibleDs");

        private final String word;

        Heartbeats(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    DasSettings defaults() {
        return new DasSettings(
                restartPriority, restartDelay, isolationResponse, onApd, apdDelay, onApdCleared, onPdl, monitoring);
    }
}
