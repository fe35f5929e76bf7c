package io.twinpath.rig.part;

import io.twinpath.model.Ipv4Prefix;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A physical switch: one failure domain.
 *
 * @param subnets the networks that it carries; all when empty
 * @param links other switches that it is connected to; a link carries what both ends carry
 */
public record Switch(String name, Optional<SortedSet<String>> subnets, SortedSet<String> links) {
    public Switch {
        subnets = subnets.map(s -> Frozen.set(new TreeSet<>(s)));
        links = Frozen.set(links);
    }

    /** Whether it carries the network of an address. */
    public boolean carries(Ipv4Prefix address) {
        return subnets.isEmpty()
                || subnets.orElseThrow().stream()
                        .map(Ipv4Prefix::parse)
                        .anyMatch(s -> s.length() <= address.length() && s.contains(address.ip()));
    }
}
