package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Host;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ESXi release of a host has no driver for a card of it, as the catalogue says. Silent about releases and models that the
 * catalogue does not know, hosts that did not tell their release, and cards that a driver serves all the same.
 */
public final class DriverlessCard implements Rule {

    @Override
    public String code() {
        return "RSK0108";
    }

    @Override
    public String summary() {
        return "Card without a driver";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Host host : scene.rig().hosts().values()) {
            Optional<String> release = Optional.ofNullable(scene.releases().get(host.name()));
            for (Card card : host.cards().values()) {
                Optional<Catalogue.Model> model = card.catalogued().flatMap(scene.catalogue()::model);
                boolean none = release.isPresent()
                        && card.driver().isEmpty()
                        && model.map(m -> m.drivers().get(release.orElseThrow()))
                                .filter(List::isEmpty)
                                .isPresent();
                if (none) {
                    findings.add(finding(scene, host, card, model.orElseThrow(), release.orElseThrow()));
                }
            }
        }
        return findings;
    }

    private Finding finding(Scene scene, Host host, Card card, Catalogue.Model model, String release) {
        String title = "ESXi " + release + " has no driver for the " + model.title() + " (" + card.id() + ") of "
                + host.name() + ", so its ports do not exist.";
        return Finding.of(code(), Severity.HIGH, title, new Component.CardOf(host.name(), card.id()).toString())
                .on(host.name())
                .at(scene.place(Address.onHost("card", host.name(), card.id()), "model"))
                .remedy(Remedy.of(
                        "Replace the card by a model that this release serves, or stay on an older release."));
    }
}
