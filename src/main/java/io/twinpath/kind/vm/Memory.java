package io.twinpath.kind.vm;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/** Memory. */
public record Memory(
        @Doc("What it is guaranteed: full, or a number of MB.")
        Optional<String> reservation,

        @Doc("The most that it gets: unlimited, or a number of MB.")
        Optional<String> limit,

        @Doc("Its weight when the host is short: low, normal, high, or a number.")
        Optional<String> shares,

        @Doc("Whether all of its memory stays reserved, also when its size changes.")
        Optional<Boolean> locked,

        @Doc("Its size in MB.") @Range(min = 4, max = 25_165_824)
        Optional<Integer> size) {

    Memory reserving(Optional<String> other) {
        return new Memory(other, limit, shares, locked, size);
    }
}
