package io.twinpath.toy;

import io.twinpath.diag.Span;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Access;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds a spec and what was seen of its site, side by side. */
public final class ToySpec {

    public static final Instant SEEN = Instant.parse("2022-10-13T07:30:00Z");

    private final Kinds kinds = ToyKinds.all();
    private final SortedMap<Address, Resource<?>> resources = new TreeMap<>();
    private final SortedMap<Address, Fact<?>> facts = new TreeMap<>();
    private final SortedMap<String, Access> access = new TreeMap<>();
    private final SortedMap<String, HostFact> hosts = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> groups = new TreeMap<>();

    public ToySpec host(String name) {
        access.put(name, Access.unspecified());
        hosts.put(name, new HostFact.Reached("uuid-of-" + name, "6.7.0", "14320388"));
        return this;
    }

    public ToySpec unreached(String name, HostFact.Cause cause, String reason) {
        access.put(name, Access.unspecified());
        hosts.put(name, new HostFact.Unreached(cause, reason));
        return this;
    }

    public ToySpec group(String name, String... members) {
        groups.put(name, new TreeSet<>(Set.of(members)));
        return this;
    }

    public <D extends Record & Desired> ToySpec wants(Address address, D desired) {
        return declare(address, Optional.of(desired), requires(address, desired));
    }

    public ToySpec wantsAbsent(Address address) {
        return declare(address, Optional.<ToyGroup>empty(), Set.of());
    }

    public <D extends Record & Desired> ToySpec sees(Address address, D found) {
        return fact(address, new Observed.Present<>(found));
    }

    public ToySpec seesNothing(Address address) {
        return fact(address, new Observed.Absent<ToyGroup>());
    }

    public ToySpec cannotRead(Address address, String reason) {
        return fact(address, new Observed.Unreadable<ToyGroup>(reason));
    }

    public Kinds kinds() {
        return kinds;
    }

    public Spec spec() {
        return new Spec(new Spec.Project("toys", Optional.empty()), access, groups, resources);
    }

    public Snapshot snapshot() {
        return new Snapshot(hosts, facts);
    }

    private <D extends Record & Desired> ToySpec declare(Address address, Optional<D> desired, Set<Address> requires) {
        resources.put(
                address, new Resource<>(address, desired, Span.of("toys.yml", 1, 1, 1), new TreeMap<>(), requires));
        return this;
    }

    private <D extends Record & Desired> ToySpec fact(Address address, Observed<D> observed) {
        facts.put(address, new Fact<>(address, observed, SEEN));
        return this;
    }

    private Set<Address> requires(Address address, Record desired) {
        return kinds.kind(address.kind())
                .map(kind -> requires(kind, address, desired))
                .orElseGet(Set::of);
    }

    private static <D extends Record & Desired> Set<Address> requires(Kind<D> kind, Address address, Record desired) {
        D typed = kind.type().cast(desired);
        Set<Address> all = new TreeSet<>(kind.requires(address, typed));
        kind.shape().ports(typed).values().forEach(port -> {
            if (port instanceof PortRef.CardPort c) {
                address.host().map(c::on).ifPresent(all::add);
            }
        });
        return all;
    }
}
