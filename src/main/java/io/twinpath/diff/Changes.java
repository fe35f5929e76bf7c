package io.twinpath.diff;

import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.HostFact;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.model.Way;
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
 * @param spec what was compared, with what follows from it for what was found
 * @param byAddress one change for every resource that Twinpath can apply, those that already agree included
 * @param hosts every host that was asked
 * @param notApplied kinds that the spec uses and that no way leads to, or that cannot be applied yet
 * @param undeclared what was found beside and is left alone
 * @param unlisted kinds of which it is not known what a host has beside
 * @param ways over which everything was read, and is to be changed
 */
public record Changes(
        Spec spec,
        SortedMap<Address, Change<?>> byAddress,
        SortedMap<String, HostFact> hosts,
        SortedSet<String> notApplied,
        SortedMap<Address, Undeclared> undeclared,
        SortedSet<Snapshot.Unlisted> unlisted,
        SortedMap<Address, Way> ways) {

    public Changes {
        byAddress = Collections.unmodifiableSortedMap(new TreeMap<>(byAddress));
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        notApplied = Collections.unmodifiableSortedSet(new TreeSet<>(notApplied));
        undeclared = Collections.unmodifiableSortedMap(new TreeMap<>(undeclared));
        unlisted = Collections.unmodifiableSortedSet(new TreeSet<>(unlisted));
        ways = Collections.unmodifiableSortedMap(new TreeMap<>(ways));
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

    /** Whether the site is what the spec says, with nothing beside and nothing that could not be read. */
    public boolean agree() {
        return byAddress.values().stream().allMatch(c -> c instanceof Change.Keep<?>)
                && undeclared.isEmpty()
                && unlisted.isEmpty();
    }

    /** How many resources already are as the spec wants them. */
    public int kept() {
        return (int) byAddress.values().stream()
                .filter(c -> c instanceof Change.Keep<?>)
                .count();
    }
}
