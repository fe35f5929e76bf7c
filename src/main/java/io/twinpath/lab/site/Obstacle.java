package io.twinpath.lab.site;

/**
 * Something that keeps a machine from moving.
 *
 * @param kind what sort of thing
 * @param subject the device, network, datastore or rule that it is about; empty for the machine as a whole
 * @param host that it is about
 * @param text a sentence for people
 */
public record Obstacle(Kind kind, String subject, String host, String text) {

    /** The sorts that the lab knows. */
    public enum Kind {
        HOST_UNREACHABLE,
        HOST_IN_MAINTENANCE,
        STORAGE_LOST,
        DISK_UNREACHABLE,
        STORAGE_IN_MAINTENANCE,
        SPACE,
        NETWORK_MISSING,
        PASSTHROUGH,
        CONNECTED_DEVICE,
        PROCESSOR_AFFINITY,
        LATENCY_SENSITIVE,
        PROCESSOR_RESERVATION,
        MEMORY_RESERVATION,
        PROCESSOR_MAKE,
        NO_VMOTION_NETWORK,
        RULE
    }
}
