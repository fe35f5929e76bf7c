package io.twinpath.kind.netstack;

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
import java.util.regex.Pattern;

/** TCP/IP stacks. */
public final class NetstackKind implements Kind<Netstack> {

    static final String KIND = "netstack";

    /** The stack that every host has and that management uses. */
    static final String DEFAULT = "defaultTcpipStack";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "a TCP/IP stack";
    }

    @Override
    public Class<Netstack> type() {
        return Netstack.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostNamed("netstacks");
    }

    @Override
    public void check(Resource<Netstack> resource, Diagnostics into) {
        String name = resource.address().name();
        if (!NAME.matcher(name).matches()) {
            into.add(KindProblem.malformed(resource, FieldPath.ROOT, name, "a TCP/IP stack's name, such as vmotion"));
        }
    }

    @Override
    public boolean asInstalled(Netstack observed) {
        return observed.instance().equals(Optional.of(DEFAULT));
    }

    @Override
    public RiskClass risk(Change<Netstack> change) {
        return change instanceof Change.Delete<Netstack> ? RiskClass.LIFELINE : RiskClass.HARMLESS;
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Netstack> resource, Observed<Netstack> observed) {
        boolean lost = resource.desired().isEmpty()
                && observed instanceof Observed.Present<Netstack>
                && resource.address().name().equals(DEFAULT);
        return lost
                ? Optional.of(
                        new Obstacle.Unsupported("Management uses " + DEFAULT + ", which no host can do without."))
                : Optional.empty();
    }

    @Override
    public List<Binding<Netstack>> bindings() {
        return List.of(new NetstackSsh(), new NetstackApi());
    }
}
