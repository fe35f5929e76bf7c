package io.twinpath.kind.route;

import io.twinpath.model.Desired;
import io.twinpath.model.Ip;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Optional;

/**
 * A static route.
 *
 * @param device found, the VMkernel interface that the host chose for it; wanted, one that has to be there first
 * @param source who made it, in the host's word, such as {@code MANUAL}
 */
public record Route(
        @Doc("The router that packets for this network are handed to.")
        Ip gateway,

        @Doc("The VMkernel interface in whose network the gateway is, when the spec makes it: it comes first.")
        Optional<String> device,

        @FoundOnly Optional<String> source)
        implements Desired {}
