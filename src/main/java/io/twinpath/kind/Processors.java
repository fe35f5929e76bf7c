package io.twinpath.kind;

import io.twinpath.model.Megahertz;
import io.twinpath.model.shape.Doc;

/**
 * The processors of a host.
 *
 * @param cores of all packages together, without hyper-threads: those add no capacity that a reservation could count on
 */
public record Processors(
        @Doc("How many cores it has.") int cores,
        @Doc("The rated clock of one.") Megahertz rate) {

    public Processors {
        if (cores < 1 || cores > 1 << 20) {
            throw new IllegalArgumentException("a host does not have " + cores + " cores");
        }
    }

    /** The rates of all cores together: all that a host can promise. */
    public Megahertz capacity() {
        return new Megahertz(cores * rate.count());
    }
}
