package io.twinpath.rig.part;

/**
 * A path from a host to a device.
 *
 * @param name the host's, such as {@code vmhba64:C0:T0:L0}; of a path that is only expected, its ends: {@code vmk1 > 10.20.0.11}
 * @param device such as {@code naa.6001405…}
 * @param carrier what it leads over
 * @param works whether the host calls it active, or it is expected to be, while nothing fails
 */
public record Path(String name, String device, Carrier carrier, boolean works) {

    /** What a path leads over. */
    public sealed interface Carrier {

        /** A session of software iSCSI from an interface to a portal. */
        record Iscsi(String vmk, String portal) implements Carrier {}

        /** A disk of the host's own. */
        record Local() implements Carrier {}

        /** Something that the rig does not look into, such as Fibre Channel; in the host's word for the transport. */
        record Other(String transport) implements Carrier {}
    }
}
