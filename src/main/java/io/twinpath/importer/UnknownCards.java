package io.twinpath.importer;

import io.twinpath.kind.card.Card;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Observed;
import io.twinpath.model.PciId;
import io.twinpath.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The network cards that the hardware catalogue does not know, under names made of their PCI ids.
 *
 * @param ids by the name that a spec gives the model
 */
record UnknownCards(SortedMap<String, PciId> ids) {

    static UnknownCards of(Snapshot snapshot, Catalogue catalogue) {
        SortedMap<String, PciId> ids = new TreeMap<>();
        snapshot.facts().values().forEach(fact -> {
            if (fact.observed() instanceof Observed.Present<?> present && present.value() instanceof Card card) {
                card.id().filter(id -> catalogue.byId(id).isEmpty()).ifPresent(id -> ids.put(name(id), id));
            }
        });
        return new UnknownCards(ids);
    }

    private static String name(PciId id) {
        return "pci-" + id.text().replace(':', '-');
    }

    /** The catalogue with these in it. */
    Catalogue in(Catalogue catalogue) {
        SortedMap<String, Catalogue.Model> models = new TreeMap<>(catalogue.models());
        ids.forEach((name, id) -> models.put(
                name,
                new Catalogue.Model(
                        title(id),
                        Set.of(id),
                        new TreeMap<>(),
                        Catalogue.Confidence.CAPTURED,
                        Optional.empty(),
                        List.of())));
        return new Catalogue(models);
    }

    static String title(PciId id) {
        return "PCI device " + id;
    }

    /** A card by the name of its model, where it was found under a bare id. */
    Card named(Card card) {
        Optional<String> name = card.id().map(UnknownCards::name).filter(n -> ids.containsKey(n));
        return name.isEmpty()
                ? card
                : new Card(
                        name.orElseThrow(),
                        card.slot(),
                        card.pci(),
                        card.mac(),
                        card.address(),
                        card.id(),
                        card.subsystem(),
                        card.driver(),
                        card.ports());
    }
}
