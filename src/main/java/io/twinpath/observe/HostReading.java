package io.twinpath.observe;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.Observed;
import io.twinpath.model.PortRef;
import io.twinpath.model.Snapshot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The reading of one host: two rounds of questions, then each kind reads its own. The lists of a census go with the first
 * round, so that what they name can be asked for in the second.
 */
final class HostReading {

    /** The kind whose resources have the ports that others refer to. */
    private static final String CARD = "card";

    private final Kinds kinds;
    private final Routes routes;
    private final InstantSource clock;
    private final Replies replies = Replies.none();
    private final SortedSet<Snapshot.Unlisted> unlisted = new TreeSet<>();
    private final Map<Address, List<String>> ports = new TreeMap<>();

    HostReading(Kinds kinds, Routes routes, InstantSource clock) {
        this.kinds = kinds;
        this.routes = routes;
        this.clock = clock;
    }

    /** Kinds of which the census could not be taken. */
    SortedSet<Snapshot.Unlisted> unlisted() {
        return unlisted;
    }

    Replies replies() {
        return replies;
    }

    /** Reads the targets; {@code more} is asked with the first round. Kinds that have no words are left out. */
    SortedMap<Address, Fact<?>> read(Reader reader, List<Target<?>> targets, List<Query> more) throws DriverException {
        return read(reader, targets, more, List.of(), List.of());
    }

    /** The same, and whatever else the rolls name; of what only the glances name, what their lists tell. */
    SortedMap<Address, Fact<?>> read(
            Reader reader, List<Target<?>> targets, List<Query> more, List<Roll<?>> rolls, List<Roll<?>> glances)
            throws DriverException {
        ask(reader, open(bound(targets), first(more, rolls, glances)));
        List<Bound<?>> declared = bound(targets);
        List<Bound<?>> all = new ArrayList<>(declared);
        all.addAll(found(rolls, all, unlisted));
        List<Bound<?>> read = new ArrayList<>(resolved(all));
        ask(reader, open(read, List.of()));
        read.addAll(found(glances, read, new TreeSet<>()));
        return facts(resolved(read), declared.size());
    }

    /** What a reading is going to ask first. */
    List<Query> opening(List<Target<?>> targets, List<Query> more, List<Roll<?>> rolls, List<Roll<?>> glances) {
        return open(bound(targets), first(more, rolls, glances));
    }

    /** Each over its way, as far as the answers tell by now. */
    private List<Bound<?>> bound(List<Target<?>> targets) {
        return targets.stream().<Bound<?>>flatMap(t -> bind(t).stream()).toList();
    }

    private static List<Query> first(List<Query> more, List<Roll<?>> rolls, List<Roll<?>> glances) {
        List<Query> first = new ArrayList<>(more);
        rolls.forEach(roll -> first.addAll(roll.queries()));
        glances.forEach(roll -> first.addAll(roll.queries()));
        return first;
    }

    private List<Bound<?>> found(List<Roll<?>> rolls, List<Bound<?>> before, SortedSet<Snapshot.Unlisted> missing) {
        Set<Address> known = before.stream().map(b -> b.target.address()).collect(Collectors.toSet());
        return rolls.stream()
                .flatMap(roll -> roll.found(replies, missing).stream())
                .filter(target -> !known.contains(target.address()))
                .flatMap(target -> bind(target).stream())
                .toList();
    }

    /** What a spec calls by a name of its own is found once more under the host's name, and told only once. */
    private SortedMap<Address, Fact<?>> facts(List<Bound<?>> all, int declared) {
        SortedMap<Address, Fact<?>> facts = new TreeMap<>();
        Set<String> identities = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Fact<?> fact = all.get(i).fact(replies, clock);
            Optional<String> identity = all.get(i).identity(fact.observed());
            boolean again = identity.filter(id -> !identities.add(id)).isPresent();
            if (!again || i < declared) {
                facts.put(fact.address(), fact);
            }
        }
        return facts;
    }

    /** What can be listed of the kinds that a census asks for here. */
    List<Roll<?>> rolls(Census census) {
        return kinds.byName().values().stream()
                .filter(kind -> census.asks(routes.place(), kind.name()))
                .<Roll<?>>flatMap(kind -> Roll.of(kind, routes).stream())
                .toList();
    }

    /** What can be listed of the kinds that a census only glances at. */
    List<Roll<?>> glances(Census census) {
        return kinds.byName().values().stream()
                .filter(kind ->
                        !census.asks(routes.place(), kind.name()) && census.glances(routes.place(), kind.name()))
                .<Roll<?>>flatMap(kind -> Roll.of(kind, routes).stream())
                .toList();
    }

    boolean reads(Target<?> target) {
        return bind(target).isPresent();
    }

    private void ask(Reader reader, List<Query> queries) throws DriverException {
        if (!queries.isEmpty()) {
            replies.add(reader.ask(queries));
        }
    }

    /** What is not known yet, in the order of the words, so that equal questions give equal scripts. */
    private List<Query> open(List<Bound<?>> bound, List<Query> more) {
        Map<Kind<?>, Binding<?>> bindings = new LinkedHashMap<>();
        Map<Kind<?>, SortedMap<String, Query>> queries = new LinkedHashMap<>();
        for (Bound<?> each : bound) {
            // A kind may give a new binding whenever it is asked for one.
            each.route.binding().ifPresent(binding -> {
                bindings.putIfAbsent(each.kind, binding);
                add(each.queries(replies), queries.computeIfAbsent(each.kind, k -> new TreeMap<>()));
            });
        }
        SortedMap<String, Query> wanted = new TreeMap<>();
        add(more, wanted);
        queries.forEach((kind, own) -> {
            Binding<?> binding = bindings.get(kind);
            if (binding != null) {
                add(binding.together(List.copyOf(own.values())), wanted);
            }
        });
        List<Query> open = new ArrayList<>(wanted.values());
        open.removeIf(replies::has);
        return open;
    }

    /** By its words, which are put together once for each query and not at each comparison. */
    private static void add(Iterable<? extends Query> queries, SortedMap<String, Query> into) {
        queries.forEach(q -> into.put(q.toString(), q));
    }

    /**
     * With the ports of those cards that can be read by now in the place of references to them. Ports once found are not
     * looked for again: more answers do not move a card.
     */
    private List<Bound<?>> resolved(List<Bound<?>> bound) {
        for (Bound<?> each : bound) {
            if (ports.getOrDefault(each.target.address(), List.of()).isEmpty()) {
                ports.put(each.target.address(), each.ports(replies));
            }
        }
        return bound.stream().<Bound<?>>map(b -> b.resolved(ports)).toList();
    }

    private Optional<Bound<?>> bind(Target<?> target) {
        return kinds.kind(target.address().kind()).flatMap(kind -> bind(kind, target));
    }

    /** A target is of the kind that its address names, so that record and kind fit together. */
    @SuppressWarnings("unchecked")
    private <D extends Record & Desired> Optional<Bound<?>> bind(Kind<D> kind, Target<?> target) {
        return routes.to(kind, (Target<D>) target, replies)
                .map(route -> new Bound<>(kind, route, (Target<D>) target, routes));
    }

    private record Bound<D extends Record & Desired>(
            Kind<D> kind, Routes.Route<D> route, Target<D> target, Routes routes) {

        List<Query> queries(Replies known) {
            return route.binding()
                    .map(b -> b.queries(target.address(), target.wanted(), known))
                    .orElseGet(List::of);
        }

        Fact<D> fact(Replies replies, InstantSource clock) {
            return new Fact<>(target.address(), observed(replies), clock.instant(), route.way());
        }

        /** By kind, so that no two kinds are taken for each other. */
        Optional<String> identity(Observed<?> observed) {
            return observed instanceof Observed.Present<?> present
                    ? kind.identity(kind.type().cast(present.value())).map(id -> kind.name() + " " + id)
                    : Optional.empty();
        }

        List<String> ports(Replies replies) {
            if (!target.address().kind().equals(CARD)) {
                return List.of();
            }
            return observed(replies) instanceof Observed.Present<D> card ? kind.ports(card.value()) : List.of();
        }

        Bound<D> resolved(Map<Address, List<String>> ports) {
            if (target.wanted().stream()
                    .flatMap(d -> kind.shape().ports(d).values().stream())
                    .noneMatch(PortRef.CardPort.class::isInstance)) {
                return this;
            }
            Optional<D> wanted = target.wanted()
                    .map(d -> kind.shape()
                            .replacePorts(d, (at, ref) -> resolved(kind.hostOf(target.address(), at), ref, ports)));
            return new Bound<>(kind, route, new Target<>(target.address(), wanted, target.way()), routes);
        }

        private PortRef resolved(Optional<String> host, PortRef ref, Map<Address, List<String>> ports) {
            if (!(ref instanceof PortRef.CardPort port) || host.isEmpty()) {
                return ref;
            }
            List<String> names = ports.getOrDefault(port.on(host.orElseThrow()), List.of());
            return port.index() < names.size() ? new PortRef.Vmnic(names.get(port.index())) : ref;
        }

        private Observed<D> observed(Replies replies) {
            if (route.binding().isEmpty()) {
                return new Observed.Unreadable<>(route.way().because());
            }
            try {
                return route.binding().orElseThrow().read(target.address(), target.wanted(), replies);
            } catch (UnreadableException e) {
                return new Observed.Unreadable<>(e.getMessage() + Identity.release(routes, replies));
            }
        }
    }
}
