package io.twinpath.kind.netstack;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.FoundOnly;
import java.util.Optional;

/**
 * A TCP/IP stack of a host, with routes of its own.
 *
 * @param instance what commands call it; the name in the address
 */
public record Netstack(@FoundOnly Optional<String> instance) implements Desired {}
