package io.twinpath.plan;

import io.twinpath.model.Address;

/** What must still be true right before a step is sent. */
public sealed interface Guard {

    /**
     * The facts that the step was computed from.
     *
     * @param address what is read again
     * @param fingerprint SHA-256, in hexadecimal, of what was observed when the plan was made
     */
    record Unchanged(Address address, String fingerprint) implements Guard {}
}
