package io.twinpath.kind.vm;

import io.twinpath.kind.DrsAutomation;
import io.twinpath.model.shape.Doc;
import java.util.Optional;

/** Overrides of the cluster's DRS. */
public record VmDrs(
        @Doc("Whether DRS may move it.") Optional<Boolean> enabled,
        @Doc("Who decides on its moves.") Optional<DrsAutomation> automation) {

    static final VmDrs NONE = new VmDrs(Optional.empty(), Optional.empty());
}
