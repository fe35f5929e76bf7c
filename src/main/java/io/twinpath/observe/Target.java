package io.twinpath.observe;

import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Resource;
import java.util.Optional;

/**
 * One thing to look at.
 *
 * @param wanted what the spec says of it, when it says anything: kinds may read more or less for it
 */
public record Target<D extends Record & Desired>(Address address, Optional<D> wanted) {

    public static <D extends Record & Desired> Target<D> of(Resource<D> resource) {
        return new Target<>(resource.address(), resource.desired());
    }
}
