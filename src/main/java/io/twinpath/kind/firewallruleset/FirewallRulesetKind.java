package io.twinpath.kind.firewallruleset;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rulesets of the firewall. */
public final class FirewallRulesetKind implements Kind<FirewallRuleset> {

    /** The ruleset by which Twinpath itself comes in. */
    static final String SSH = "sshServer";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    @Override
    public String name() {
        return "firewall_ruleset";
    }

    @Override
    public String title() {
        return "a firewall ruleset";
    }

    @Override
    public Class<FirewallRuleset> type() {
        return FirewallRuleset.class;
    }

    @Override
    public String naming() {
        return "the ruleset as hosts list it, such as `sshServer`";
    }

    @Override
    public Placement placement() {
        return Placement.hostInside("firewall", "rulesets");
    }

    @Override
    public void check(Resource<FirewallRuleset> resource, Diagnostics into) {
        String name = resource.address().name();
        if (!NAME.matcher(name).matches()) {
            into.add(KindProblem.malformed(resource, FieldPath.ROOT, name, "the name of a ruleset, such as sshServer"));
        }
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "Write \"enabled: false\" to close it."));
        }
        resource.desired()
                .filter(d -> d.allowedAll().orElse(false) && d.allowedIps().isPresent())
                .ifPresent(d -> into.add(KindProblem.contradiction(
                        resource,
                        FieldPath.of("allowed_ips"),
                        "With \"allowed_all: true\" every address is allowed, and a list says nothing.")));
    }

    @Override
    public Set<Address> requires(Address self, FirewallRuleset value) {
        return Needs.onSameHost(self, "firewall", "firewall");
    }

    @Override
    public Set<String> standsOn() {
        return Set.of("firewall");
    }

    /** A list of addresses says that not all are allowed. */
    @Override
    public FirewallRuleset settle(FirewallRuleset desired, FirewallRuleset observed) {
        return desired.allowedIps().isEmpty()
                ? desired
                : new FirewallRuleset(
                        desired.enabled(),
                        Optional.of(false),
                        desired.allowedIps(),
                        desired.switchable(),
                        desired.restrictable());
    }

    /** Whatever takes a way in or out of the host away can be the management's or the storage's. */
    @Override
    public RiskClass risk(Change<FirewallRuleset> change) {
        return switch (change) {
            case Change.Update<FirewallRuleset> c ->
                closes(c.observed(), c.target()) ? RiskClass.LIFELINE : RiskClass.HOST;
            case Change.Replace<FirewallRuleset> c -> RiskClass.LIFELINE;
            case Change.Create<FirewallRuleset> c -> RiskClass.HARMLESS;
            case Change.Delete<FirewallRuleset> c -> RiskClass.HARMLESS;
            case Change.Keep<FirewallRuleset> c -> RiskClass.HARMLESS;
            case Change.Blocked<FirewallRuleset> c -> RiskClass.HARMLESS;
        };
    }

    private static boolean closes(FirewallRuleset observed, FirewallRuleset target) {
        return (Script.differs(observed.enabled(), target.enabled())
                        && !target.enabled().orElseThrow())
                || Script.differs(observed.allowedIps(), target.allowedIps());
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<FirewallRuleset> resource, Observed<FirewallRuleset> observed) {
        String name = resource.address().name();
        return switch (observed) {
            case Observed.Absent<FirewallRuleset> a ->
                Optional.of(new Obstacle.Unsupported("This host's firewall has no ruleset " + name + "."));
            case Observed.Present<FirewallRuleset> p ->
                resource.desired().flatMap(d -> refusal(name, settle(d, p.value()), p.value()));
            case Observed.Unreadable<FirewallRuleset> u -> Optional.empty();
        };
    }

    private static Optional<Obstacle> refusal(String name, FirewallRuleset wanted, FirewallRuleset found) {
        boolean switched = Script.differs(found.enabled(), wanted.enabled());
        if (name.equals(SSH) && switched && !wanted.enabled().orElseThrow()) {
            return Optional.of(
                    new Obstacle.Unsupported(
                            "Over SSH Twinpath does not close sshServer, the way by which it comes. Do it at the host's console."));
        }
        if (name.equals(SSH) && wanted.allowedIps().filter(Set::isEmpty).isPresent()) {
            return Optional.of(new Obstacle.Unsupported(
                    "With no address in \"allowed_ips\" nobody, Twinpath included, gets in over SSH any more."));
        }
        if (switched && found.switchable().equals(Optional.of(false))) {
            return Optional.of(new Obstacle.Unsupported("On this host " + name
                    + " is enabled and disabled by the service that it belongs to, and by nobody else."));
        }
        boolean restricted = Script.differs(found.allowedAll(), wanted.allowedAll())
                || Script.differs(found.allowedIps(), wanted.allowedIps());
        return restricted && found.restrictable().equals(Optional.of(false))
                ? Optional.of(new Obstacle.Unsupported("On this host the addresses of " + name + " cannot be chosen."))
                : Optional.empty();
    }

    @Override
    public List<Binding<FirewallRuleset>> bindings() {
        return List.of(new FirewallRulesetSsh(), new FirewallRulesetApi());
    }
}
