package io.twinpath.kind.cluster;

import io.twinpath.kind.DrsAutomation;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Map;
import java.util.Optional;

/** Distribution of virtual machines over the hosts of a cluster. */
public record Drs(
        @Doc("Whether DRS is on.") Optional<Boolean> enabled,
        @Doc("Who decides on moves.") Optional<DrsAutomation> automation,

        @Doc("1 moves only what must move, 5 for every small gain, as the slider of vCenter.") @Range(min = 1, max = 5)
        Optional<Integer> threshold,

        @Doc("Whether virtual machines may have settings of their own.")
        Optional<Boolean> vmOverrides,

        @Doc("Advanced options by key.") Map<String, String> options) {}
