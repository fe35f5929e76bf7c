package io.twinpath.kind.multipath;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/** How one device's paths are used. */
public record PathPolicy(
        @Doc("The path selection policy, such as VMW_PSP_RR.")
        Optional<String> psp,

        @Doc("With round robin: how many commands go down a path before the next is taken.")
        @Range(min = 1, max = 10_000_000)
        Optional<Integer> iops,

        @FoundOnly Optional<String> vendor) {

    static PathPolicy unspecified() {
        return new PathPolicy(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
