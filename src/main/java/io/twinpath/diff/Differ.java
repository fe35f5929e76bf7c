package io.twinpath.diff;

import io.twinpath.kind.Installed;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Many;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares a spec with a snapshot. The result depends on nothing else, the order of its inputs included. */
public final class Differ {

    private final Spec spec;
    private final Snapshot snapshot;
    private final Kinds kinds;
    private final SortedMap<Address, Change<?>> changes = new TreeMap<>();
    private final SortedSet<String> notApplied = new TreeSet<>();
    private final PortFinder ports;

    /** Hosts that something changes on; filled before what belongs to no host is compared. */
    private final Set<String> changing = new TreeSet<>();

    private Differ(Spec spec, Snapshot snapshot, Kinds kinds) {
        this.spec = spec;
        this.snapshot = snapshot;
        this.kinds = kinds;
        this.ports = new PortFinder(changes, kinds);
    }

    /** @param installed what hosts have by themselves, of which nothing is told when no spec declares it */
    public static Changes diff(Spec spec, Snapshot snapshot, Kinds kinds, Installed installed) {
        return new Differ(spec, snapshot, kinds).changes(installed);
    }

    /** What is to happen to one resource by itself. Its ports are the host's names already. */
    public static <D extends Record & Desired> Change<D> change(
            Kind<D> kind, Resource<D> resource, Observed<D> observed) {
        return new Comparer<>(kind, new PortFinder(Map.of(), Kinds.of(List.of())), Set.of())
                .compare(resource, observed);
    }

    /**
     * Cards name no ports, so they are compared in the first round and found by everything else in the second; what belongs to
     * no host comes last.
     */
    private Changes changes(Installed installed) {
        List<Resource<?>> first = new ArrayList<>();
        List<Resource<?>> second = new ArrayList<>();
        List<Resource<?>> third = new ArrayList<>();
        for (Resource<?> resource : spec.resources().values()) {
            Optional<Kind<?>> kind = applied(resource);
            if (kind.isPresent()) {
                if (resource.address().host().isEmpty()) {
                    third.add(resource);
                } else if (namesCards(kind.orElseThrow(), resource)) {
                    second.add(resource);
                } else {
                    first.add(resource);
                }
            }
        }
        compare(first);
        compare(second);
        changes.values().stream()
                .filter(Differ::pending)
                .forEach(c -> c.address().host().ifPresent(changing::add));
        compare(third);
        Strays strays = new Strays(spec, snapshot, kinds, installed);
        changes.putAll(strays.deletions());
        return new Changes(
                spec,
                Waiting.blockDependents(changes, kinds),
                snapshot.hosts(),
                notApplied,
                strays.left(),
                snapshot.unlisted(),
                ways());
    }

    private SortedMap<Address, Way> ways() {
        SortedMap<Address, Way> ways = new TreeMap<>();
        snapshot.facts().forEach((address, fact) -> ways.put(address, fact.way()));
        return ways;
    }

    /** The kind of a resource when Twinpath applies it. */
    private Optional<Kind<?>> applied(Resource<?> resource) {
        Optional<Kind<?>> kind = kinds.kind(resource.address().kind());
        if (kind.isPresent() && kind.orElseThrow().role() == Kind.Role.DECLARED) {
            return Optional.empty();
        }
        if (kind.isEmpty()
                || kind.orElseThrow().bindings().isEmpty()
                || snapshot.beyond().contains(resource.address())) {
            notApplied.add(resource.address().kind());
            return Optional.empty();
        }
        return kind;
    }

    private static <D extends Record & Desired> boolean namesCards(Kind<D> kind, Resource<?> resource) {
        return resource.desired()
                .map(d -> kind.shape().ports(kind.type().cast(d)).values().stream()
                        .anyMatch(p -> p instanceof PortRef.CardPort))
                .orElse(false);
    }

    /** One round: none of them looks at the change of another, so that they can be compared side by side. */
    private void compare(List<Resource<?>> round) {
        List<Change<?>> compared = Many.each(round)
                .<Change<?>>flatMap(resource ->
                        kinds.kind(resource.address().kind()).map(kind -> compared(kind, resource)).stream())
                .toList();
        compared.forEach(change -> changes.put(change.address(), change));
    }

    @SuppressWarnings("unchecked") // a resource of a kind holds that kind's records, which is looked at
    private <D extends Record & Desired> Change<D> compared(Kind<D> kind, Resource<?> declared) {
        if (!declared.desired().stream().allMatch(kind.type()::isInstance)) {
            throw new IllegalArgumentException("not a " + kind.name() + ": " + declared.address());
        }
        Resource<D> resource = (Resource<D>) declared;
        return barred(new Comparer<>(kind, ports, changing).compare(resource, observed(kind, resource)));
    }

    /** What could only be changed over a way that takes no changes. */
    private <D extends Record & Desired> Change<D> barred(Change<D> change) {
        String bar = snapshot.fact(change.address()).map(f -> f.way().barred()).orElse("");
        return bar.isEmpty() || !pending(change)
                ? change
                : new Change.Blocked<>(
                        change.resource(),
                        change.before().<Observed<D>>map(Observed.Present::new).orElseGet(Observed.Absent::new),
                        List.of(new Obstacle.Unsupported(bar)));
    }

    private static boolean pending(Change<?> change) {
        return !(change instanceof Change.Keep<?>) && !(change instanceof Change.Blocked<?>);
    }

    private <D extends Record & Desired> Observed<D> observed(Kind<D> kind, Resource<D> resource) {
        Optional<Fact<?>> fact = snapshot.fact(resource.address());
        if (fact.isEmpty()) {
            return new Observed.Unreadable<>(whyNotAsked(resource.address()));
        }
        return kind.typed(fact.orElseThrow().observed());
    }

    private String whyNotAsked(Address address) {
        return address.host()
                .or(() -> Optional.of(Way.VCENTER))
                .flatMap(host -> Optional.ofNullable(snapshot.hosts().get(host)))
                .filter(fact -> fact instanceof HostFact.Unreached)
                .map(fact -> ((HostFact.Unreached) fact).reason())
                .orElse(DiffProblem.notLookedAt(address));
    }
}
