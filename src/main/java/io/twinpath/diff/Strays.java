package io.twinpath.diff;

import io.twinpath.diag.Span;
import io.twinpath.kind.Installed;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Exact;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.Scope;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was found that no spec declares. In an exact collection it is to be deleted, but only when everything that could stand
 * on it was read: what nobody sees must not lose its ground.
 */
final class Strays {

    private static final Span NOWHERE = Span.of("the site", 1, 1, 0);

    private final Spec spec;
    private final Snapshot snapshot;
    private final Kinds kinds;
    private final Installed installed;
    private final SortedMap<Address, Change<?>> deletions = new TreeMap<>();
    private final SortedMap<Address, Undeclared> left = new TreeMap<>();

    /** By what they belong to, so that a look at one host does not go through all of them. */
    private final Map<String, List<Exact>> exactByHost;

    private final Map<Scope, List<Fact<?>>> unreadable = new HashMap<>();

    Strays(Spec spec, Snapshot snapshot, Kinds kinds, Installed installed) {
        this.spec = spec;
        this.snapshot = snapshot;
        this.kinds = kinds;
        this.installed = installed;
        this.exactByHost = spec.exact().stream().collect(Collectors.groupingBy(Exact::host));
        for (Fact<?> fact : snapshot.facts().values()) {
            if (fact.observed() instanceof Observed.Unreadable<?>) {
                unreadable
                        .computeIfAbsent(fact.address().scope(), s -> new ArrayList<>())
                        .add(fact);
            }
        }
        for (Fact<?> fact : snapshot.facts().values()) {
            if (!spec.resources().containsKey(fact.address()) && !(fact.observed() instanceof Observed.Absent<?>)) {
                kinds.kind(fact.address().kind())
                        .filter(kind -> kind.role() != Kind.Role.OBSERVED)
                        .ifPresent(kind -> sort(kind, fact));
            }
        }
    }

    private String release(Address address) {
        return address.host().map(name -> snapshot.hosts().get(name)).orElse(null) instanceof HostFact.Reached host
                ? host.version()
                : HostFact.UNKNOWN;
    }

    /** What is to go, and what is to go and cannot. */
    SortedMap<Address, Change<?>> deletions() {
        return deletions;
    }

    SortedMap<Address, Undeclared> left() {
        return left;
    }

    private <D extends Record & Desired> void sort(Kind<D> kind, Fact<?> fact) {
        Observed<D> observed = kind.typed(fact.observed());
        boolean asInstalled = observed instanceof Observed.Present<D> present
                && installed.leaves(kind, fact.address(), present.value(), release(fact.address()));
        Optional<Exact> exact = exact(kind, fact.address(), observed).filter(e -> !asInstalled);
        Resource<D> absent = new Resource<>(
                fact.address(),
                Optional.empty(),
                exact.map(Exact::declaredAt).orElse(NOWHERE),
                new TreeMap<>(),
                Set.of());
        if (exact.filter(e -> e.mode() == Exact.Mode.DELETE).isPresent()) {
            deletions.put(fact.address(), deletion(kind, absent, observed));
        } else if (exact.isPresent() || !asInstalled) {
            left.put(fact.address(), new Undeclared(new Change.Keep<>(absent, observed), exact.isPresent()));
        }
    }

    private <D extends Record & Desired> Change<D> deletion(Kind<D> kind, Resource<D> absent, Observed<D> observed) {
        Optional<String> unseen = unseen(absent.address());
        return unseen.isPresent()
                ? new Change.Blocked<>(
                        absent,
                        observed,
                        List.of(new Obstacle.Unread(DiffProblem.whatStandsOnIt(unseen.orElseThrow()))))
                : Differ.change(kind, absent, observed);
    }

    /** Why it is not known whether something stands on it; empty when it is. */
    private Optional<String> unseen(Address address) {
        Set<String> above = kinds.above(address.kind());
        Optional<String> lists = snapshot.unlisted().stream()
                .filter(u -> address.host().filter(u.host()::equals).isPresent() && above.contains(u.kind()))
                .map(Snapshot.Unlisted::reason)
                .findFirst();
        return lists.or(() -> unreadable.getOrDefault(address.scope(), List.of()).stream()
                .filter(f -> above.contains(f.address().kind()))
                .flatMap(f -> f.observed() instanceof Observed.Unreadable<?> u
                        ? Optional.of(u.reason()).stream()
                        : Optional.<String>empty().stream())
                .findFirst());
    }

    /** The collection that it belongs to. What stands inside of something that no spec declares goes the way of that. */
    private <D extends Record & Desired> Optional<Exact> exact(Kind<D> kind, Address address, Observed<D> observed) {
        Optional<String> parent =
                observed instanceof Observed.Present<D> p ? parent(kind, p.value()) : Optional.empty();
        Optional<Exact> own =
                exactOn(address).filter(e -> e.covers(address, parent)).findFirst();
        return own.or(() -> parent.flatMap(name -> outer(kind, address, name)));
    }

    private Stream<Exact> exactOn(Address address) {
        return address.host().stream().flatMap(h -> exactByHost.getOrDefault(h, List.of()).stream());
    }

    private Optional<Exact> outer(Kind<?> inner, Address address, String parent) {
        for (Map.Entry<String, Kind<?>> outer : kinds.byName().entrySet()) {
            if (!outer.getValue().placement().encloses(inner.placement())) {
                continue;
            }
            Optional<Address> its = address.host().map(host -> Address.onHost(outer.getKey(), host, parent));
            if (its.filter(a -> !spec.resources().containsKey(a)).isPresent()) {
                return exactOn(address)
                        .filter(e -> e.covers(its.orElseThrow(), Optional.empty()))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /** The name of the resource in which a spec would declare it. */
    private static <D extends Record & Desired> Optional<String> parent(Kind<D> kind, D found) {
        return kind.placement()
                .parent()
                .flatMap(field ->
                        Optional.ofNullable(kind.shape().encode(found).fields().get(field)))
                .flatMap(value -> value instanceof Value.Text text ? Optional.of(text.text()) : Optional.empty());
    }
}
