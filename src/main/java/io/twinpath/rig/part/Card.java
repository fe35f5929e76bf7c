package io.twinpath.rig.part;

import java.util.Optional;
import java.util.SortedSet;

/**
 * A network card of a host.
 *
 * @param id as components name it: the spec's name of it, else the slot, else the PCI address
 * @param aliases under which people may ask for it as well: slot and PCI address
 * @param model as the catalogue or the host calls it; for people
 * @param catalogued the catalogue's key of the model, such as {@code mellanox-connectx-2}
 * @param driver of its first port
 * @param ports by the names that {@link Port#name} has
 */
public record Card(
        String id,
        SortedSet<String> aliases,
        String model,
        Optional<String> catalogued,
        Optional<String> driver,
        SortedSet<String> ports) {
    public Card {
        aliases = Frozen.set(aliases);
        ports = Frozen.set(ports);
    }
}
