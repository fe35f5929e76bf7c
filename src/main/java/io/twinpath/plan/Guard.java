package io.twinpath.plan;

import io.twinpath.model.Address;

/** What must still be true right before a step is sent. */
public sealed interface Guard {

    Address address();

    /**
     * The facts that the step was computed from.
     *
     * @param address what is read again
     * @param fingerprint SHA-256, in hexadecimal, of what was observed when the plan was made
     */
    record Unchanged(Address address, String fingerprint) implements Guard {}

    /**
     * Something that the step stands on and that the plan does not make.
     *
     * @param address what must still exist, whatever else has become of it
     */
    record StillThere(Address address) implements Guard {}
}
