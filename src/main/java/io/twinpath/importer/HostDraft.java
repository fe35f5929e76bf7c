package io.twinpath.importer;

import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.card.Card;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Observed;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one host has, in the terms of a spec.
 *
 * @param whole everything that was found, in the order of writing; what modules are compared with
 * @param leaves the same without what goes without saying
 * @param leftOut what could not be read or cannot be said
 */
record HostDraft(String host, Leaves whole, Leaves leaves, SortedSet<LeftOut> leftOut) {

    /** Hardware first, then what stands on it; kinds that are not named here follow by their names. */
    private static final List<String> ORDER =
            List.of("card", "nic", "vswitch", "port_group", "vmkernel", "route", "dns", "iscsi", "multipath");

    static HostDraft of(String host, Snapshot snapshot, Kinds kinds, Defaults defaults, UnknownCards unknown) {
        return new Maker(host, kinds, defaults, snapshot, unknown).make();
    }

    /** What stands under one key, of what was found. */
    Leaves only(String key) {
        Map<List<String>, Value> only = new LinkedHashMap<>(whole.byPath());
        only.keySet().removeIf(path -> !path.getFirst().equals(key));
        return new Leaves(only);
    }

    static int rank(String kind) {
        int at = ORDER.indexOf(kind);
        return at < 0 ? ORDER.size() : at;
    }

    /** Makes one draft. */
    private static final class Maker {

        private final String host;
        private final Kinds kinds;
        private final Defaults defaults;
        private final String version;
        private final UnknownCards unknown;
        private final Map<Address, Record> found = new TreeMap<>();
        private final SortedSet<LeftOut> leftOut = new TreeSet<>();

        Maker(String host, Kinds kinds, Defaults defaults, Snapshot snapshot, UnknownCards unknown) {
            this.unknown = unknown;
            this.host = host;
            this.kinds = kinds;
            this.defaults = defaults;
            this.version = snapshot.hosts().get(host) instanceof HostFact.Reached r ? r.version() : HostFact.UNKNOWN;
            snapshot.facts().values().stream()
                    .filter(f -> f.address().host().filter(host::equals).isPresent())
                    .forEach(this::take);
            snapshot.unlisted().stream()
                    .filter(u -> u.host().equals(host))
                    .forEach(u -> leftOut.add(new LeftOut(u.kind() + " of " + host, u.reason())));
        }

        private void take(Fact<?> fact) {
            switch (fact.observed()) {
                case Observed.Present<?> present ->
                    found.put(
                            fact.address(),
                            present.value() instanceof Card card ? unknown.named(card) : present.value());
                case Observed.Absent<?> absent -> {}
                case Observed.Unreadable<?> unreadable -> leftOut.add(LeftOut.of(fact.address(), unreadable.reason()));
            }
        }

        HostDraft make() {
            HostCards named = HostCards.of(cards(), StoragePorts.of(host, found));
            List<Written<?>> written = found.entrySet().stream()
                    .<Written<?>>flatMap(e -> written(e.getKey(), e.getValue(), named).stream())
                    .sorted(Comparator.comparingInt(
                                    (Written<?> w) -> rank(w.kind().name()))
                            .thenComparing(w -> w.kind().name()))
                    .toList();
            List<Written<?>> kept = standing(written);
            Leaves whole = Leaves.NONE;
            Leaves leaves = Leaves.NONE;
            Set<Address> needed =
                    kept.stream().flatMap(w -> w.requires().stream()).collect(Collectors.toSet());
            for (Written<?> each : kept) {
                whole = whole.plus(each.placed());
                leaves = leaves.plus(said(each, needed));
            }
            return new HostDraft(host, whole, leaves, leftOut);
        }

        /** Cards that a spec can speak of; ports of others keep the host's names. */
        private Map<Address, Card> cards() {
            Map<Address, Card> cards = new TreeMap<>();
            HostCards none = new HostCards(Map.of(), Map.of());
            found.forEach((address, record) -> {
                if (record instanceof Card card && written(address, card, none).isPresent()) {
                    cards.put(address, card);
                }
            });
            return cards;
        }

        private Optional<Written<?>> written(Address address, Record record, HostCards cards) {
            return kinds.kind(address.kind()).flatMap(kind -> written(kind, address, record, cards));
        }

        private <D extends Record & Desired> Optional<Written<?>> written(
                Kind<D> kind, Address address, Record record, HostCards cards) {
            D observed = kind.type().cast(record);
            D value = kind.shape().replacePorts(kind.written(observed), cards::port);
            Leaves fields = Written.fields(kind, value);
            String name = cards.names().getOrDefault(address, address.name());
            Optional<String> own = kind.placement()
                    .own()
                    .map(f -> kind.shape().managed(value).fields().get(f))
                    .map(Value::toString);
            Written<D> plain = new Written<>(kind, Address.onHost(kind.name(), host, own.orElse(name)), value, fields);
            if (defaults.leaves(kind, plain.address(), observed, version)) {
                return Optional.of(plain);
            }
            if (plain.refusal().isEmpty()) {
                return Optional.of(plain);
            }
            Written<D> spare = without(plain);
            Written<D> referenced = Secrets.referenced(spare, host);
            if (referenced.refusal().isEmpty()) {
                return Optional.of(referenced);
            }
            leftOut.add(LeftOut.of(address, plain.refusal().orElseThrow()));
            return Optional.empty();
        }

        private <D extends Record & Desired> Written<D> without(Written<D> written) {
            Leaves rest = defaults.without(written.kind(), written.address().name(), written.fields(), version);
            return new Written<>(written.kind(), written.address(), written.value(), rest);
        }

        /** Without those that stand on something that was left out. */
        private List<Written<?>> standing(List<Written<?>> written) {
            List<Written<?>> kept = new ArrayList<>(written);
            Set<Address> there = kept.stream().map(Written::address).collect(Collectors.toCollection(HashSet::new));
            boolean changed = true;
            while (changed) {
                changed = kept.removeIf(w -> {
                    Optional<Address> missing = w.requires().stream()
                            .filter(a -> kinds.kind(a.kind()).isPresent() && !there.contains(a))
                            .findFirst();
                    missing.ifPresent(a -> {
                        leftOut.add(LeftOut.of(w.address(), "It needs " + a + ", which is left out or not there."));
                        there.remove(w.address());
                    });
                    return missing.isPresent();
                });
            }
            return kept;
        }

        private <D extends Record & Desired> Leaves said(Written<D> written, Set<Address> needed) {
            Written<D> spare = without(written);
            if (defaults.leaves(written.kind(), written.address(), written.value(), version)
                    && !needed.contains(written.address())) {
                return Leaves.NONE;
            }
            return (spare.refusal().isEmpty() ? spare : written).placed();
        }
    }
}
