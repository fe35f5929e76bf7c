package io.twinpath.rig.part;

/**
 * Where a cable ends.
 *
 * @param name of the physical switch
 * @param port of it, such as {@code 1/0/13}
 */
public record Socket(String name, String port) {}
