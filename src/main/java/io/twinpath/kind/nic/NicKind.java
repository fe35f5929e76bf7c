package io.twinpath.kind.nic;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ports of network cards: up or down, speed and duplex. */
public final class NicKind implements Kind<Nic> {

    @Override
    public String name() {
        return "nic";
    }

    @Override
    public String title() {
        return "a NIC port";
    }

    @Override
    public Class<Nic> type() {
        return Nic.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamedBy("nics", "port");
    }

    @Override
    public void check(Resource<Nic> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "To take it out of use, write \"enabled: false\"."));
            return;
        }
        Nic nic = resource.desired().orElseThrow();
        boolean fixed = nic.speed().isPresent() || nic.duplex().isPresent();
        if (fixed && nic.autoNegotiation().orElse(false)) {
            into.add(KindProblem.contradiction(
                    resource,
                    FieldPath.of("auto_negotiation"),
                    "A negotiated link has no fixed \"speed\" and \"duplex\"."));
        }
        boolean forced =
                nic.autoNegotiation().equals(Optional.of(false)) || nic.duplex().isPresent();
        if (forced && nic.speed().isEmpty()) {
            into.add(KindProblem.needsAnother(
                    resource, FieldPath.ROOT, "A link that is not negotiated needs a \"speed\"."));
        }
    }

    @Override
    public Set<String> claims(Nic value) {
        return Set.of("settings of " + value.port());
    }

    @Override
    public Optional<String> identity(Nic observed) {
        return Optional.of(observed.port().toString());
    }

    /** Speed and duplex of a negotiated link are what came of it, not what is wanted. */
    @Override
    public Nic written(Nic observed) {
        boolean fixed = observed.autoNegotiation().equals(Optional.of(false));
        return new Nic(
                observed.port(),
                observed.enabled(),
                observed.autoNegotiation(),
                fixed ? observed.speed() : Optional.empty(),
                fixed ? observed.duplex() : Optional.empty(),
                observed.link(),
                observed.mac(),
                observed.mtu(),
                observed.driver());
    }

    @Override
    public RiskClass risk(Change<Nic> change) {
        return RiskClass.LIFELINE;
    }

    /**
     * A fixed speed says that nothing is negotiated. While there is no link the host tells no speed, so that a port which
     * is fixed already is left as it is.
     */
    @Override
    public Nic settle(Nic desired, Nic observed) {
        boolean silent = observed.link().equals(Optional.of(false))
                && observed.autoNegotiation().equals(Optional.of(false));
        boolean fixed = desired.speed().isPresent() || desired.duplex().isPresent();
        return new Nic(
                desired.port(),
                desired.enabled(),
                fixed ? Optional.of(false) : desired.autoNegotiation(),
                silent ? Optional.empty() : desired.speed(),
                silent ? Optional.empty() : desired.duplex(),
                desired.link(),
                desired.mac(),
                desired.mtu(),
                desired.driver());
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Nic> resource, Observed<Nic> observed) {
        return observed instanceof Observed.Absent<Nic>
                ? Optional.of(new Obstacle.Unsupported(
                        "There is no port " + resource.address().name() + " on this host."))
                : Optional.empty();
    }

    @Override
    public List<Binding<Nic>> bindings() {
        return List.of(new NicSsh(), new NicApi());
    }
}
