package io.twinpath.kind;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Optional;

/**
 * How much each port of a virtual switch, or of a port group that overrides it, may send. ESXi takes the three rates together;
 * while shaping is off they mean nothing. On a port group that was found, an empty {@code enabled} is inherited.
 *
 * @param average in kilobits a second
 * @param peak in kilobits a second
 * @param burst in kibibytes
 */
public record Shaping(
        @Doc("Whether outgoing traffic is shaped.") Optional<Boolean> enabled,

        @Doc("The average that a port may send, in kbit/s.") @Range(min = 1, max = 1_000_000_000)
        Optional<Long> average,

        @Doc("What it may send during a burst, in kbit/s; not less than the average.")
        @Range(min = 1, max = 1_000_000_000)
        Optional<Long> peak,

        @Doc("How long a burst may be, in KiB.") @Range(min = 1, max = 1_000_000_000)
        Optional<Long> burst) {

    public static Shaping unspecified() {
        return new Shaping(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
