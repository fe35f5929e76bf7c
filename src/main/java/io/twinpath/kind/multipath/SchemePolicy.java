package io.twinpath.kind.multipath;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/**
 * How the paths of a device are used that the high-performance plug-in has claimed. The names of the schemes are those of the
 * API ({@code HostMultipathInfoLogicalUnitPolicy}); {@code FIXED} is also in the output of a host of 7.0.
 *
 * @param unit what a call of the API means the device by; told by it only
 */
public record SchemePolicy(
        @Doc("The path selection scheme: FIXED, LB-RR, LB-IOPS, LB-BYTES or LB-Latency.")
        Optional<String> scheme,

        @Doc("With LB-IOPS: how many commands go down a path before the next is taken.") @Range(min = 1, max = 10_000)
        Optional<Integer> iops,

        @FoundOnly Optional<String> unit) {

    /** As everybody but the API tells it. */
    public SchemePolicy(Optional<String> scheme, Optional<Integer> iops) {
        this(scheme, iops, Optional.empty());
    }

    static SchemePolicy unspecified() {
        return new SchemePolicy(Optional.empty(), Optional.empty());
    }
}
