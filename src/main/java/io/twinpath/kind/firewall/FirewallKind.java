package io.twinpath.kind.firewall;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Optional;

/** The firewall of a host. */
public final class FirewallKind implements Kind<Firewall> {

    @Override
    public String name() {
        return "firewall";
    }

    @Override
    public String title() {
        return "the firewall";
    }

    @Override
    public Class<Firewall> type() {
        return Firewall.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("firewall", "firewall");
    }

    @Override
    public void check(Resource<Firewall> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "Write \"enabled: false\" to switch it off."));
        }
    }

    /** On, and dropping what no ruleset lets through. */
    @Override
    public boolean asInstalled(Firewall found) {
        return found.closed() && found.loaded().orElse(true);
    }

    /** The rulesets open first. */
    @Override
    public boolean narrows(Firewall observed, Firewall target) {
        return target.closed() && !observed.closed();
    }

    @Override
    public RiskClass risk(Change<Firewall> change) {
        return switch (change) {
            case Change.Update<Firewall> c -> narrows(c.observed(), c.target()) ? RiskClass.LIFELINE : RiskClass.HOST;
            case Change.Replace<Firewall> c -> RiskClass.LIFELINE;
            case Change.Create<Firewall> c -> RiskClass.HARMLESS;
            case Change.Delete<Firewall> c -> RiskClass.HARMLESS;
            case Change.Keep<Firewall> c -> RiskClass.HARMLESS;
            case Change.Blocked<Firewall> c -> RiskClass.HARMLESS;
        };
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Firewall> resource, Observed<Firewall> observed) {
        if (!(observed instanceof Observed.Present<Firewall>(Firewall found))) {
            return Optional.empty();
        }
        boolean shut = found.sshOpen().equals(Optional.of(false));
        return resource.desired()
                .map(wanted -> shape().overlay(wanted, found))
                .filter(target -> shut && narrows(found, target))
                .map(target -> new Obstacle.Unsupported(
                        "This would close the firewall while its ruleset sshServer is disabled, and nobody could log in"
                                + " over SSH again. Enable that ruleset first, in a plan of its own."));
    }

    @Override
    public List<Binding<Firewall>> bindings() {
        return List.of(new FirewallSsh(), new FirewallApi());
    }
}
