package io.twinpath.kind.cluster;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/** Distribution of virtual machines over the hosts of a cluster. */
public record Drs(
        @Doc("Whether DRS is on.") Optional<Boolean> enabled,
        @Doc("Who decides on moves.") Optional<Automation> automation,

        @Doc("1 moves only what must move, 5 for every small gain.") @Range(min = 1, max = 5)
        Optional<Integer> threshold) {

    /** Who decides on moves. */
    public enum Automation {
        MANUAL,
        PARTIAL,
        FULL
    }
}
