package io.twinpath.observe;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Transport;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.Observed;
import io.twinpath.model.PortRef;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The reading of one host: two rounds of questions, then each kind reads its own. */
final class HostReading {

    /** The kind whose resources have the ports that others refer to. */
    private static final String CARD = "card";

    private final Kinds kinds;
    private final Transport transport;
    private final InstantSource clock;
    private final Replies replies = Replies.none();

    HostReading(Kinds kinds, Transport transport, InstantSource clock) {
        this.kinds = kinds;
        this.transport = transport;
        this.clock = clock;
    }

    Replies replies() {
        return replies;
    }

    /** Reads the targets; {@code more} is asked with the first round. Kinds that this transport cannot read are left out. */
    SortedMap<Address, Fact<?>> read(Reader reader, List<Target<?>> targets, List<Query> more) throws DriverException {
        List<Bound<?>> bound = targets.stream().flatMap(t -> bind(t).stream()).toList();
        ask(reader, bound, more);
        ask(reader, resolved(bound), List.of());
        SortedMap<Address, Fact<?>> facts = new TreeMap<>();
        for (Bound<?> each : resolved(bound)) {
            facts.put(each.target.address(), each.fact(replies, clock));
        }
        return facts;
    }

    boolean reads(Target<?> target) {
        return bind(target).isPresent();
    }

    /** Asks what is not known yet, in the order of the words, so that equal questions give equal scripts. */
    private void ask(Reader reader, List<Bound<?>> bound, List<Query> more) throws DriverException {
        Map<Kind<?>, Binding<?>> bindings = new LinkedHashMap<>();
        Map<Kind<?>, SortedMap<String, Query>> queries = new LinkedHashMap<>();
        for (Bound<?> each : bound) {
            // A kind may give a new binding whenever it is asked for one.
            bindings.putIfAbsent(each.kind, each.binding);
            add(each.queries(replies), queries.computeIfAbsent(each.kind, k -> new TreeMap<>()));
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
        if (!open.isEmpty()) {
            replies.add(reader.ask(open));
        }
    }

    /** By its words, which are put together once for each query and not at each comparison. */
    private static void add(Iterable<? extends Query> queries, SortedMap<String, Query> into) {
        queries.forEach(q -> into.put(q.toString(), q));
    }

    /** With the ports of those cards that can be read by now in the place of references to them. */
    private List<Bound<?>> resolved(List<Bound<?>> bound) {
        Map<Address, List<String>> ports = new TreeMap<>();
        bound.forEach(b -> ports.put(b.target.address(), b.ports(replies)));
        return bound.stream().<Bound<?>>map(b -> b.resolved(ports)).toList();
    }

    private Optional<Bound<?>> bind(Target<?> target) {
        return kinds.kind(target.address().kind()).flatMap(kind -> bind(kind, target));
    }

    /** A target is of the kind that its address names, so that record and kind fit together. */
    @SuppressWarnings("unchecked")
    private <D extends Record & Desired> Optional<Bound<?>> bind(Kind<D> kind, Target<?> target) {
        return kind.bindings().stream()
                .filter(b -> b.transport() == transport)
                .findFirst()
                .map(binding -> new Bound<>(kind, binding, (Target<D>) target));
    }

    private record Bound<D extends Record & Desired>(Kind<D> kind, Binding<D> binding, Target<D> target) {

        List<Query> queries(Replies known) {
            return binding.queries(target.address(), target.wanted(), known);
        }

        Fact<D> fact(Replies replies, InstantSource clock) {
            return new Fact<>(target.address(), observed(replies), clock.instant());
        }

        List<String> ports(Replies replies) {
            if (!target.address().kind().equals(CARD)) {
                return List.of();
            }
            return observed(replies) instanceof Observed.Present<D> card ? kind.ports(card.value()) : List.of();
        }

        Bound<D> resolved(Map<Address, List<String>> ports) {
            Optional<D> wanted = target.wanted().map(d -> kind.shape().replacePorts(d, ref -> resolved(ref, ports)));
            return new Bound<>(kind, binding, new Target<>(target.address(), wanted));
        }

        private PortRef resolved(PortRef ref, Map<Address, List<String>> ports) {
            if (!(ref instanceof PortRef.CardPort port)) {
                return ref;
            }
            List<String> names =
                    ports.getOrDefault(port.on(target.address().host().orElseThrow()), List.of());
            return port.index() < names.size() ? new PortRef.Vmnic(names.get(port.index())) : ref;
        }

        private Observed<D> observed(Replies replies) {
            try {
                return binding.read(target.address(), target.wanted(), replies);
            } catch (UnreadableException e) {
                return new Observed.Unreadable<>(String.valueOf(e.getMessage()));
            }
        }
    }
}
