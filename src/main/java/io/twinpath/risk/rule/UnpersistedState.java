package io.twinpath.risk.rule;

import io.twinpath.kind.kernelmodule.KernelModule;
import io.twinpath.kind.service.Service;
import io.twinpath.kind.vib.Vib;
import io.twinpath.model.Address;
import io.twinpath.rig.part.Card;
import io.twinpath.rig.part.Host;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import io.twinpath.risk.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A host will come up from its next start otherwise than it runs: the driver of a card is loaded and not enabled, a package waits
 * for a restart, or a service that the spec wants running does not start with the host. Silent about what was not read.
 */
public final class UnpersistedState implements Rule {

    @Override
    public String code() {
        return "RSK0303";
    }

    @Override
    public String summary() {
        return "Next start brings something else";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        scene.all(KernelModule.class)
                .forEach((address, module) -> drivers(scene, address, module).ifPresent(findings::add));
        scene.all(Vib.class)
                .forEach((address, vib) ->
                        vib.running().ifPresent(running -> findings.add(pending(scene, address, vib, running))));
        scene.all(Service.class)
                .forEach((address, service) -> stops(scene, address, service).ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> drivers(Scene scene, Address address, KernelModule module) {
        String host = address.host().orElseThrow();
        List<String> cards = Optional.ofNullable(scene.rig().hosts().get(host))
                .map(Host::cards)
                .map(all -> all.values().stream()
                        .filter(card -> card.driver().equals(Optional.of(address.name())))
                        .map(Card::id)
                        .toList())
                .orElse(List.of());
        if (cards.isEmpty()
                || !module.loaded().equals(Optional.of(true))
                || !module.enabled().equals(Optional.of(false))) {
            return Optional.empty();
        }
        String title = "The driver " + address.name() + " of " + Words.and(cards) + " runs on " + host
                + " and is not enabled: after the next start these cards have none.";
        return Optional.of(of(scene, Severity.HIGH, address, title)
                .remedy(Remedy.of(
                        "Enable the module.",
                        Yaml.host(host, "kernel_modules: {" + Yaml.text(address.name()) + ": {enabled: true}}"))));
    }

    private Finding pending(Scene scene, Address address, Vib vib, String running) {
        String title = address.host().orElseThrow() + " runs version " + running + " of " + address.name()
                + ", and starts next time with " + vib.version().orElse("another one") + ".";
        return of(scene, Severity.LOW, address, title)
                .remedy(Remedy.of("Restart the host while nothing runs on it, before a failure does it for you."));
    }

    private Optional<Finding> stops(Scene scene, Address address, Service service) {
        boolean wanted =
                scene.declared(address, Service.class).flatMap(Service::running).equals(Optional.of(true));
        if (!wanted || !service.policy().equals(Optional.of(Service.Policy.OFF))) {
            return Optional.empty();
        }
        String host = address.host().orElseThrow();
        String title = "The spec wants the service " + address.name() + " of " + host
                + " to run, and it does not start with the host.";
        return Optional.of(of(scene, Severity.LOW, address, title)
                .remedy(Remedy.of(
                        "Let it start with the host.",
                        Yaml.host(host, "services: {" + Yaml.text(address.name()) + ": {policy: \"on\"}}"))));
    }

    private Finding of(Scene scene, Severity severity, Address address, String title) {
        return Finding.of(code(), severity, title, address.toString())
                .on(address.host().orElseThrow())
                .at(scene.place(address));
    }
}
