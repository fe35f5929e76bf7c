package io.twinpath.rig.part;

import java.util.Optional;

/**
 * A port of a host's network card.
 *
 * @param name the host's own, such as {@code vmnic4}; {@code storage_a/0} where only a spec speaks of it
 * @param card the {@link Card} that it belongs to
 * @param usable whether it is enabled and has link as far as anybody knows, while nothing fails
 * @param socket where its cable ends; empty when nobody told
 */
public record Port(String name, Optional<String> card, boolean usable, Optional<Socket> socket) {}
