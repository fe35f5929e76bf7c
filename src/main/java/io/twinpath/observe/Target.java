package io.twinpath.observe;

import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Resource;
import io.twinpath.model.Way;
import java.util.Optional;

/**
 * One thing to look at.
 *
 * @param wanted what the spec says of it, when it says anything: kinds may read more or less for it
 * @param way over which it has to be read, such as the one over which it was read before; empty for the best
 */
public record Target<D extends Record & Desired>(Address address, Optional<D> wanted, Optional<Way> way) {

    /** Over the best way. */
    public Target(Address address, Optional<D> wanted) {
        this(address, wanted, Optional.empty());
    }

    public static <D extends Record & Desired> Target<D> of(Resource<D> resource) {
        return new Target<>(resource.address(), resource.desired());
    }
}
