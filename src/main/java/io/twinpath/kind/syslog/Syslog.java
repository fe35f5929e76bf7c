package io.twinpath.kind.syslog;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log of a host.
 *
 * @param api the types in which the API takes the settings, exactly; told by it only
 */
public record Syslog(
        @Doc(
                "Whom the log is sent to, such as udp://10.0.0.5:514 or ssl://log.lain.local:1514, in order; exactly these.")
        Optional<List<String>> remoteHosts,

        @Doc("The folder on the host, as a path from the root.")
        Optional<String> directory,

        @Doc("Whether the host writes into a folder of its own name below that.")
        Optional<Boolean> uniqueSubdirectory,

        @Doc("How many old files are kept of each log.") @Range(min = 1, max = 1000)
        Optional<Integer> rotations,

        @Doc("The size in KiB at which a new file is begun.") @Range(min = 1, max = 1_000_000)
        Optional<Integer> size,

        @Doc("How many old files are kept of what could not be sent.") @Range(min = 1, max = 1000)
        Optional<Integer> droppedRotations,

        @Doc("The size in KiB of such a file.") @Range(min = 1, max = 1_000_000)
        Optional<Integer> droppedSize,

        @Doc("How full, in percent, the queue is when messages begin to be dropped.") @Range(min = 1, max = 100)
        Optional<Integer> queueDropMark,

        @Doc("Seconds until a remote host that failed is tried again.") @Range(min = 1, max = 100_000)
        Optional<Integer> retryAfter,

        @Doc("Whether the certificate of a remote host is checked.")
        Optional<Boolean> checkCertificates,

        @FoundOnly Map<String, String> api)
        implements Desired {

    /** As everybody but the API tells it. */
    public Syslog(
            Optional<List<String>> remoteHosts,
            Optional<String> directory,
            Optional<Boolean> uniqueSubdirectory,
            Optional<Integer> rotations,
            Optional<Integer> size,
            Optional<Integer> droppedRotations,
            Optional<Integer> droppedSize,
            Optional<Integer> queueDropMark,
            Optional<Integer> retryAfter,
            Optional<Boolean> checkCertificates) {
        this(
                remoteHosts,
                directory,
                uniqueSubdirectory,
                rotations,
                size,
                droppedRotations,
                droppedSize,
                queueDropMark,
                retryAfter,
                checkCertificates,
                Map.of());
    }

    public Syslog {
        remoteHosts = remoteHosts.map(List::copyOf);
    }
}
