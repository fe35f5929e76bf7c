package io.twinpath.rig.build;

import io.twinpath.kind.card.Card;
import io.twinpath.model.Catalogue;
import io.twinpath.model.PortRef;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The cards and ports of one host, and the names that a spec has for them. */
final class HostPorts {

    private final String host;
    private final Wiring wiring;
    private final Catalogue catalogue;
    private final SortedMap<String, io.twinpath.rig.part.Card> cards = new TreeMap<>();
    private final Map<String, List<String>> byCard = new HashMap<>();
    private final Map<String, String> cardOf = new HashMap<>();
    private final SortedSet<String> names = new TreeSet<>();
    private final Predicate<String> wired;
    private final Map<String, Socket> neighbours;

    /**
     * @param found cards by the spec's names, and by PCI address those that no spec declares
     * @param mentioned ports that something on the host names
     * @param wired whether what the spec plugs into a card is meant for the card that is there
     * @param neighbours where cables end as switches announce it, by the host's names of ports
     */
    HostPorts(
            String host,
            Wiring wiring,
            Catalogue catalogue,
            SortedMap<String, Card> found,
            Collection<PortRef> mentioned,
            Predicate<String> wired,
            Map<String, Socket> neighbours) {
        this.host = host;
        this.wired = wired;
        this.neighbours = neighbours;
        this.wiring = wiring;
        this.catalogue = catalogue;
        found.forEach((name, card) -> byCard.put(name, ports(name, card, mentioned)));
        byCard.forEach((card, ports) -> ports.forEach(port -> cardOf.put(port, card)));
        found.forEach(this::card);
        names.addAll(cardOf.keySet());
        mentioned.stream().map(this::name).forEach(name -> names.add(name));
    }

    /** Those that the host names; of a card that nobody has seen those that are spoken of. */
    private static List<String> ports(String name, Card card, Collection<PortRef> mentioned) {
        if (!card.ports().isEmpty()) {
            return card.ports().stream().map(PortRef::toString).toList();
        }
        int most = mentioned.stream()
                .filter(p -> p instanceof PortRef.CardPort c && c.card().equals(name))
                .mapToInt(p -> ((PortRef.CardPort) p).index())
                .max()
                .orElse(-1);
        List<String> ports = new ArrayList<>();
        for (int index = 0; index <= most; index++) {
            ports.add(new PortRef.CardPort(name, index).toString());
        }
        return ports;
    }

    private void card(String name, Card card) {
        NavigableSet<String> aliases = new TreeSet<>();
        card.slot().ifPresent(aliases::add);
        card.pci().ifPresent(aliases::add);
        card.address().ifPresent(aliases::add);
        Optional<Catalogue.Model> known = catalogue.model(card.model());
        cards.put(
                name,
                new io.twinpath.rig.part.Card(
                        name,
                        aliases,
                        known.map(Catalogue.Model::title).orElse(card.model()),
                        known.map(k -> card.model()),
                        card.driver(),
                        new TreeSet<>(byCard.getOrDefault(name, List.of()))));
    }

    /** The host's own name of a port where it is known, else the spec's. */
    String name(PortRef port) {
        return switch (port) {
            case PortRef.Vmnic vmnic -> vmnic.name();
            case PortRef.CardPort c -> {
                List<String> ports = byCard.getOrDefault(c.card(), List.of());
                yield c.index() < ports.size() ? ports.get(c.index()) : c.toString();
            }
        };
    }

    SortedMap<String, io.twinpath.rig.part.Card> cards() {
        return cards;
    }

    /**
     * @param more ports that the host has beside
     * @param usable by name
     */
    SortedMap<String, Port> ports(Collection<String> more, Predicate<String> usable) {
        SortedMap<String, Port> ports = new TreeMap<>();
        SortedSet<String> all = new TreeSet<>(names);
        all.addAll(more);
        for (String name : all) {
            ports.put(name, new Port(name, Optional.ofNullable(cardOf.get(name)), usable.test(name), socket(name)));
        }
        return ports;
    }

    /** As declared; where nobody declared it, as the switch itself announces it. */
    private Optional<Socket> socket(String port) {
        Optional<String> card = Optional.ofNullable(cardOf.get(port)).filter(wired);
        return wiring.socket(host + "/" + port)
                .or(() -> card.flatMap(c -> wiring.socket(
                        host + "/" + c + "/" + byCard.getOrDefault(c, List.of()).indexOf(port))))
                .or(() -> Optional.ofNullable(neighbours.get(port)));
    }
}
