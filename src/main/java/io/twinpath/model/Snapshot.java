package io.twinpath.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was seen in one look at the site.
 *
 * @param hosts every host that was asked, and vCenter by {@link Way#VCENTER}
 * @param facts every resource that was asked for on the hosts that answered, and what a census found beside
 * @param unlisted kinds of which a census could not be taken: what a host has of them beyond the facts is not known
 * @param beyond what was asked for and no way leads to, such as a cluster where no vCenter is declared
 */
public record Snapshot(
        SortedMap<String, HostFact> hosts,
        SortedMap<Address, Fact<?>> facts,
        SortedSet<Unlisted> unlisted,
        SortedSet<Address> beyond) {

    public Snapshot {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        unlisted = Collections.unmodifiableSortedSet(new TreeSet<>(unlisted));
        beyond = Collections.unmodifiableSortedSet(new TreeSet<>(beyond));
    }

    /** With a way to everything. */
    public Snapshot(
            SortedMap<String, HostFact> hosts, SortedMap<Address, Fact<?>> facts, SortedSet<Unlisted> unlisted) {
        this(hosts, facts, unlisted, new TreeSet<>());
    }

    /** Without a census. */
    public Snapshot(SortedMap<String, HostFact> hosts, SortedMap<Address, Fact<?>> facts) {
        this(hosts, facts, new TreeSet<>());
    }

    /**
     * A kind of which a host does not tell what there is.
     *
     * @param reason a full sentence; quotes the host where the host said something
     */
    public record Unlisted(String host, String kind, String reason) implements Comparable<Unlisted> {

        private static final Comparator<Unlisted> ORDER = Comparator.comparing(Unlisted::host)
                .thenComparing(Unlisted::kind)
                .thenComparing(Unlisted::reason);

        @Override
        public int compareTo(Unlisted other) {
            return ORDER.compare(this, other);
        }
    }

    public Optional<Fact<?>> fact(Address address) {
        return Optional.ofNullable(facts.get(address));
    }
}
