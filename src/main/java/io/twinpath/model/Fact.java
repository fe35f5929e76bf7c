package io.twinpath.model;

import java.time.Instant;

/**
 * One observation.
 *
 * @param address what was looked at
 * @param observed what was seen
 * @param at when the answer arrived, by the clock of the machine that asked
 * @param way over which it was read
 */
public record Fact<D extends Record & Desired>(Address address, Observed<D> observed, Instant at, Way way) {

    /** As read over the way that is preferred: SSH for what a host has. */
    public Fact(Address address, Observed<D> observed, Instant at) {
        this(address, observed, at, new Way(address.host().orElse(Way.VCENTER), Transport.SSH));
    }
}
