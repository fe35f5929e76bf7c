package io.twinpath.kind.multipath;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/**
 * How one device's paths are used.
 *
 * @param vendor of the device, when it was asked for
 * @param preferred the path that a fixed policy prefers, or would; told by the API only
 * @param unit what a call of the API means the device by; told by it only
 */
public record PathPolicy(
        @Doc("The path selection policy, such as VMW_PSP_RR.")
        Optional<String> psp,

        @Doc("With round robin: how many commands go down a path before the next is taken.")
        @Range(min = 1, max = 10_000_000)
        Optional<Integer> iops,

        @FoundOnly Optional<String> vendor,
        @FoundOnly Optional<String> preferred,
        @FoundOnly Optional<String> unit) {

    /** As everybody but the API tells it. */
    public PathPolicy(Optional<String> psp, Optional<Integer> iops, Optional<String> vendor) {
        this(psp, iops, vendor, Optional.empty(), Optional.empty());
    }

    static PathPolicy unspecified() {
        return new PathPolicy(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
