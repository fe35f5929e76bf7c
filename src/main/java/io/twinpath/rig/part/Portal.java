package io.twinpath.rig.part;

import java.util.Optional;

/**
 * An address of an array.
 *
 * @param ip without port
 * @param controller of the array that serves it, when that is declared
 * @param socket where its cable ends, when that is declared; else it counts as plugged in wherever a host reaches it from
 */
public record Portal(String ip, Optional<String> controller, Optional<Socket> socket) {}
