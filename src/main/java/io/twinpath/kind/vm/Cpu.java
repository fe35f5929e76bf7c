package io.twinpath.kind.vm;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Optional;
import java.util.SortedSet;

/** Processor time. */
public record Cpu(
        @Doc("What it is guaranteed: full, or a number of MHz.")
        Optional<String> reservation,

        @Doc("The most that it gets: unlimited, or a number of MHz.")
        Optional<String> limit,

        @Doc("Its weight when the host is busy: low, normal, high, or a number.")
        Optional<String> shares,

        @Doc("The number of virtual processors.") @Range(min = 1, max = 768)
        Optional<Integer> count,

        @Doc("The host's logical processors that it may use; an empty list for all.") @Range(min = 0, max = 4095)
        Optional<SortedSet<Integer>> affinity) {

    Cpu reserving(Optional<String> other) {
        return new Cpu(other, limit, shares, count, affinity);
    }
}
