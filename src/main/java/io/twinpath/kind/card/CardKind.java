package io.twinpath.kind.card;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Catalogue;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Network cards: whether the expected model sits where it should, and which vmnicN its ports got. */
public final class CardKind implements Kind<Card> {

    private static final Pattern PCI = Pattern.compile("(?i)([0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}(\\.[0-7])?");
    private static final Pattern SLOT = Pattern.compile("[1-9][0-9]{0,3}");

    private final Catalogue catalogue;

    public CardKind(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "card";
    }

    @Override
    public String title() {
        return "a network card";
    }

    @Override
    public Class<Card> type() {
        return Card.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamed("cards");
    }

    @Override
    public void foresee() {
        var unused = catalogue.models();
    }

    @Override
    public void check(Resource<Card> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "Remove the card here once it is out of the host."));
            return;
        }
        Card card = resource.desired().orElseThrow();
        int selectors = (card.slot().isPresent() ? 1 : 0)
                + (card.pci().isPresent() ? 1 : 0)
                + (card.mac().isPresent() ? 1 : 0);
        if (selectors != 1) {
            into.add(KindProblem.exactlyOne(resource, "slot, pci and mac", selectors));
        }
        card.pci()
                .filter(pci -> !PCI.matcher(pci).matches())
                .ifPresent(pci -> into.add(KindProblem.malformed(
                        resource, FieldPath.of("pci"), pci, "a PCI address, such as 0000:01:00 or 0000:01:00.0")));
        card.slot()
                .filter(slot -> !SLOT.matcher(slot).matches())
                .ifPresent(slot ->
                        into.add(KindProblem.malformed(resource, FieldPath.of("slot"), slot, "the number of a slot")));
        if (catalogue.model(card.model()).isEmpty()) {
            into.add(KindProblem.unknownModel(
                    resource, card.model(), catalogue.models().keySet()));
        }
    }

    /** A card is where it is and what it is: two claims on one slot are a mistake. */
    @Override
    public Set<String> claims(Card value) {
        return value.slot()
                .map(slot -> "slot " + slot)
                .or(() -> value.pci().map(pci -> "PCI address " + PciDevice.groupOf(pci)))
                .map(Set::of)
                .orElseGet(Set::of);
    }

    @Override
    public Optional<String> identity(Card observed) {
        return observed.address();
    }

    @Override
    public List<String> ports(Card observed) {
        return observed.ports().stream().map(PortRef::toString).toList();
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Card> resource, Observed<Card> observed) {
        return resource.desired().flatMap(wanted -> switch (observed) {
            case Observed.Absent<Card> a -> Optional.of(new Obstacle.HandsOn(putIn(resource, wanted)));
            case Observed.Present<Card> p
            when !p.value().model().equals(wanted.model()) ->
                Optional.of(new Obstacle.HandsOn(
                        work(resource, wanted, " in place of the " + title(p.value()) + ", and cable it.")));
            case Observed.Present<Card> p -> Optional.empty();
            case Observed.Unreadable<Card> u -> Optional.empty();
        });
    }

    private String work(Resource<Card> resource, Card wanted, String rest) {
        return "Power off " + resource.address().host().orElse("the host") + ", put a " + title(wanted.model())
                + place(wanted) + rest;
    }

    private static String place(Card wanted) {
        return wanted.slot()
                .map(slot -> " into slot " + slot)
                .or(() -> wanted.pci().map(pci -> " where PCI address " + pci + " is"))
                .orElse(" into it");
    }

    private String putIn(Resource<Card> resource, Card wanted) {
        if (wanted.mac().isPresent()) {
            return "No port of " + resource.address().host().orElse("the host") + " has the MAC address "
                    + wanted.mac().orElseThrow() + ": put in the " + title(wanted.model())
                    + " that has it, with the host powered off.";
        }
        return work(
                resource,
                wanted,
                wanted.slot().isPresent()
                        ? ", which is empty, and cable it."
                        : ", where nothing was found, and cable it.");
    }

    private String title(String model) {
        return catalogue.model(model).map(Catalogue.Model::title).orElse(model);
    }

    private String title(Card found) {
        String id = found.id().map(PciId::text).orElse("unknown");
        String title =
                catalogue.model(found.model()).map(Catalogue.Model::title).orElse("card");
        return title + " (" + id + ")";
    }

    @Override
    public List<Binding<Card>> bindings() {
        return List.of(new CardSsh(catalogue), new CardApi(catalogue));
    }
}
