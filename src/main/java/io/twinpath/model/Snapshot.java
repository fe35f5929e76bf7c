package io.twinpath.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was seen in one look at the site.
 *
 * @param hosts every host that was asked
 * @param facts every resource that was asked for on the hosts that answered
 */
public record Snapshot(SortedMap<String, HostFact> hosts, SortedMap<Address, Fact<?>> facts) {

    public Snapshot {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public Optional<Fact<?>> fact(Address address) {
        return Optional.ofNullable(facts.get(address));
    }
}
