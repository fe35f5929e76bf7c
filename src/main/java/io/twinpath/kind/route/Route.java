package io.twinpath.kind.route;

import io.twinpath.model.Desired;
import io.twinpath.model.Ip;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Map;
import java.util.Optional;

/**
 * A static route.
 *
 * @param device found, the VMkernel interface that the host chose for it; wanted, one that has to be there first
 * @param source who made it, in the host's word, such as {@code MANUAL}
 * @param api of a default gateway, what the API wants to have back with a change, see {@link io.twinpath.kind.Echo}
 */
public record Route(
        @Doc("The router that packets for this network are handed to.")
        Ip gateway,

        @Doc("The VMkernel interface in whose network the gateway is, when the spec makes it: it comes first.")
        Optional<String> device,

        @FoundOnly Optional<String> source,
        @FoundOnly Map<String, String> api)
        implements Desired {

    /** As everybody but the API tells it. */
    public Route(Ip gateway, Optional<String> device, Optional<String> source) {
        this(gateway, device, source, Map.of());
    }
}
