package io.twinpath.kind.card;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Resource;
import java.util.List;

/** Network cards: whether the expected model sits where it should, and which vmnicN its ports got. */
public final class CardKind implements Kind<Card> {

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
        if (catalogue.model(card.model()).isEmpty()) {
            into.add(KindProblem.unknownModel(
                    resource, card.model(), catalogue.models().keySet()));
        }
    }

    @Override
    public List<Binding<Card>> bindings() {
        return List.of();
    }
}
