package io.twinpath.plan;

import io.twinpath.model.Address;
import io.twinpath.model.Transport;

/** What must still be true right before a step is sent. */
public sealed interface Guard {

    Address address();

    /** Over which it was read, and is read again: another transport may tell the same in other words. */
    Transport transport();

    /**
     * The facts that the step was computed from.
     *
     * @param address what is read again
     * @param transport over which
     * @param fingerprint SHA-256, in hexadecimal, of what was observed when the plan was made
     */
    record Unchanged(Address address, Transport transport, String fingerprint) implements Guard {}

    /**
     * Something that the step stands on and that the plan does not make.
     *
     * @param address what must still exist, whatever else has become of it
     * @param transport over which it was seen
     */
    record StillThere(Address address, Transport transport) implements Guard {}
}
