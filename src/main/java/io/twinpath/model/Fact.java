package io.twinpath.model;

import java.time.Instant;

/**
 * One observation.
 *
 * @param address what was looked at
 * @param observed what was seen
 * @param at when the answer arrived, by the clock of the machine that asked
 */
public record Fact<D extends Record & Desired>(Address address, Observed<D> observed, Instant at) {}
