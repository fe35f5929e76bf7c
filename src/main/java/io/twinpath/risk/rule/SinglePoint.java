package io.twinpath.risk.rule;

import io.twinpath.model.Many;
import io.twinpath.rig.Effects;
import io.twinpath.rig.part.Component;
import io.twinpath.risk.Effect;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One part whose failure stalls or loses virtual machines, takes a datastore from a host or cuts a host off. Every part of the rig
 * is tried. A port that does what its card does, and a cable that does what its port does, are told as the card or the port:
 * they are one way to the same outage. What cannot be seen is an assumption of the finding, as the rig states it.
 */
public final class SinglePoint implements Rule {

    @Override
    public String code() {
        return "RSK0101";
    }

    @Override
    public String summary() {
        return "Single point of failure";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        Map<Component, Finding> found = new LinkedHashMap<>();
        Many.each(scene.failures().components())
                .flatMap(component -> finding(scene, component).stream())
                .forEachOrdered(finding -> found.put(finding.components().first(), finding));
        Bearers bearers = new Bearers(scene.rig());
        List<Finding> told = new ArrayList<>();
        found.forEach((component, finding) -> {
            boolean same = bearers.of(component).stream()
                    .anyMatch(bearer -> Optional.ofNullable(found.get(bearer))
                            .filter(f -> harm(f).equals(harm(finding)))
                            .isPresent());
            if (!same) {
                told.add(finding);
            }
        });
        return told;
    }

    private Optional<Finding> finding(Scene scene, Component component) {
        if (!scene.failures().harms(Set.of(component))) {
            return Optional.empty();
        }
        Effects effects = scene.failures().effects(Set.of(component));
        return Harm.outage(effects) ? Optional.of(finding(scene, component, effects)) : Optional.empty();
    }

    private Finding finding(Scene scene, Component component, Effects effects) {
        String title = "If " + Words.of(scene.rig(), component) + " fails, " + Harm.clause(effects) + ".";
        return Finding.of(code(), severity(component), title, Set.of(component))
                .with(Set.of(component), Harm.of(effects))
                .on(Harm.hosts(effects))
                .assuming(effects.assumptions())
                .remedy(Remedy.of(advice(component)));
    }

    /** What holds data cannot be doubled by a cable. */
    private static Severity severity(Component component) {
        return switch (component) {
            case Component.ArrayNamed c -> Severity.MEDIUM;
            case Component.DeviceNamed c -> Severity.MEDIUM;
            case Component.LocalDisk c -> Severity.MEDIUM;
            case Component.NicPort c -> Severity.HIGH;
            case Component.CardOf c -> Severity.HIGH;
            case Component.SwitchNamed c -> Severity.HIGH;
            case Component.SwitchPort c -> Severity.HIGH;
            case Component.PortalAt c -> Severity.HIGH;
            case Component.ControllerOf c -> Severity.HIGH;
            case Component.HostNamed c -> Severity.HIGH;
            case Component.DomainNamed c -> Severity.HIGH;
        };
    }

    private static String advice(Component component) {
        return switch (component) {
            case Component.NicPort c -> "Add a second way over another card and another switch.";
            case Component.CardOf c -> "Add a second way over another card and another switch.";
            case Component.SwitchNamed c -> "Lead a second way over another switch.";
            case Component.SwitchPort c -> "Lead a second way over another switch.";
            case Component.PortalAt c -> "Add a portal in another network, and sessions to it.";
            case Component.ControllerOf c -> "Add a portal of another controller, and sessions to it.";
            case Component.ArrayNamed c ->
                "Keep a copy of the data on another array, and know how long a return takes.";
            case Component.DeviceNamed c -> "Keep a copy of the data elsewhere, and know how long a return takes.";
            case Component.LocalDisk c -> "Move what matters to a datastore that other hosts reach.";
            case Component.HostNamed c -> "Ask \"readiness\" what keeps these machines from restarting elsewhere.";
            case Component.DomainNamed c -> "Spread hosts, switches and feeds, so that no domain has all of one kind.";
        };
    }

    private static Set<String> harm(Finding finding) {
        return finding.effects().stream().map(Effect::what).collect(Collectors.toCollection(HashSet::new));
    }
}
