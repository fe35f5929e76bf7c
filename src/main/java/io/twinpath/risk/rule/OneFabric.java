package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Portal;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The portals of an array, or of one of its controllers, are all on one fabric: on one switch where their cables are declared, else in
 * one network. A controller on one fabric is out of reach when the other controller and this fabric fail together. Silent where a fabric is
 * not known.
 */
public final class OneFabric implements Rule {

    @Override
    public String code() {
        return "RSK0112";
    }

    @Override
    public String summary() {
        return "Controllers on one fabric";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Array array : scene.rig().arrays().values()) {
            List<Portal> portals = List.copyOf(array.portals().values());
            Optional<String> one = portals.size() < 2 ? Optional.empty() : fabric(scene.rig(), portals);
            if (one.isPresent()) {
                findings.add(finding(
                        scene,
                        array,
                        Severity.MEDIUM,
                        "All portals of " + array.name() + " are on " + one.orElseThrow() + ".",
                        "array:" + array.name()));
            } else {
                controllers(scene, array).forEach(findings::add);
            }
        }
        return findings;
    }

    private List<Finding> controllers(Scene scene, Array array) {
        SortedMap<String, List<Portal>> byController = new TreeMap<>();
        array.portals()
                .values()
                .forEach(portal -> portal.controller()
                        .ifPresent(c -> byController
                                .computeIfAbsent(c, k -> new ArrayList<>())
                                .add(portal)));
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, List<Portal>> entry : byController.entrySet()) {
            fabric(scene.rig(), entry.getValue())
                    .ifPresent(fabric -> findings.add(finding(
                            scene,
                            array,
                            Severity.LOW,
                            "The controller " + entry.getKey() + " of " + array.name() + " is on " + fabric + " alone.",
                            "controller:" + array.name() + "/" + entry.getKey())));
        }
        return findings;
    }

    private static Optional<String> fabric(Rig rig, List<Portal> portals) {
        return Storage.oneOf(
                portals.stream().map(portal -> Storage.fabric(rig, portal)).toList());
    }

    private Finding finding(Scene scene, Array array, Severity severity, String title, String subject) {
        return Finding.of(code(), severity, title, subject)
                .at(scene.place(Address.inSite("array", array.name()), "portals"))
                .remedy(Remedy.of("Give every controller a portal on each fabric."));
    }
}
