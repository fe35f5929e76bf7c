package io.twinpath.diff;

import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.HostFact;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a spec asks of the live site.
 *
 * @param byAddress one change for every resource that Twinpath can apply, those that already agree included
 * @param hosts every host that was asked
 * @param notApplied kinds that the spec uses and that cannot be applied yet
 */
public record Changes(
        SortedMap<Address, Change<?>> byAddress, SortedMap<String, HostFact> hosts, SortedSet<String> notApplied) {

    public Changes {
        byAddress = Collections.unmodifiableSortedMap(new TreeMap<>(byAddress));
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        notApplied = Collections.unmodifiableSortedSet(new TreeSet<>(notApplied));
    }

    public Optional<Change<?>> change(Address address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** What is to be created, updated, replaced or deleted. */
    public Stream<Change<?>> pending() {
        return byAddress.values().stream()
                .filter(c -> !(c instanceof Change.Keep<?>) && !(c instanceof Change.Blocked<?>));
    }

    /** What is wanted and cannot be done now. */
    public Stream<Change.Blocked<?>> blocked() {
        return byAddress.values().stream()
                .filter(c -> c instanceof Change.Blocked<?>)
                .map(c -> (Change.Blocked<?>) c);
    }

    /** How many resources already are as the spec wants them. */
    public int kept() {
        return (int) byAddress.values().stream()
                .filter(c -> c instanceof Change.Keep<?>)
                .count();
    }
}
