package io.twinpath.kind.nic;

import io.twinpath.model.Desired;
import io.twinpath.model.Mac;
import io.twinpath.model.PortRef;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/**
 * The settings of one port of a network card.
 *
 * @param link whether the host sees a link
 * @param mac its burned-in address
 * @param mtu in bytes; follows the virtual switch that it belongs to
 * @param driver which driver serves it
 */
public record Nic(
        @Doc("The port: a card's, such as storage_a/0, or vmnicN.")
        PortRef port,

        @Doc("Whether the port is administratively up.") Optional<Boolean> enabled,

        @Doc("Whether speed and duplex are negotiated with the other end.")
        Optional<Boolean> autoNegotiation,

        @Doc("Fixed speed in Mbit/s.") @Range(min = 10, max = 400_000)
        Optional<Integer> speed,

        @Doc("Fixed duplex mode.") Optional<Duplex> duplex,
        @FoundOnly Optional<Boolean> link,
        @FoundOnly Optional<Mac> mac,
        @FoundOnly Optional<Integer> mtu,
        @FoundOnly Optional<String> driver)
        implements Desired {

    /** Whether both directions can carry traffic at the same time. */
    public enum Duplex {
        HALF,
        FULL
    }
}
