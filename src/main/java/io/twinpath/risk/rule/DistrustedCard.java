package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Ipv4;
import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Vmk;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A card that the catalogue distrusts ({@code distrust} in the list of models) carries storage. Silent about cards of unknown
 * models.
 */
public final class DistrustedCard implements Rule {

    @Override
    public String code() {
        return "RSK0107";
    }

    @Override
    public String summary() {
        return "Storage on a distrusted card";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        List<Ipv4> portals = Storage.portals(scene.rig());
        for (Host host : scene.rig().hosts().values()) {
            NavigableSet<String> cards = new TreeSet<>();
            List<Vmk> storage = Storage.vmks(scene.rig(), portals, host);
            storage.forEach(vmk -> Storage.team(host, vmk)
                    .ifPresent(team -> Storage.ports(host, Storage.uplinks(team))
                            .flatMap(port -> port.card().stream())
                            .forEach(cards::add)));
            for (String id : cards) {
                Optional.ofNullable(host.cards().get(id))
                        .flatMap(card -> finding(scene, host, card))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> finding(Scene scene, Host host, Card card) {
        Optional<Catalogue.Model> model = card.catalogued().flatMap(scene.catalogue()::model);
        return model.flatMap(Catalogue.Model::distrust)
                .map(why -> Finding.of(
                                code(),
                                Severity.HIGH,
                                host.name() + " has storage on a "
                                        + model.orElseThrow().title() + " (" + card.id() + "). " + why,
                                new Component.CardOf(host.name(), card.id()).toString())
                        .on(host.name())
                        .at(scene.place(Address.onHost("card", host.name(), card.id()), "model"))
                        .remedy(Remedy.of("Replace the card by another model; the spec keeps naming it by its slot.")));
    }
}
