package io.twinpath.kind.route;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Static routes. */
public final class RouteKind implements Kind<Route> {

    @Override
    public String name() {
        return "route";
    }

    @Override
    public String title() {
        return "a route";
    }

    @Override
    public Class<Route> type() {
        return Route.class;
    }

    @Override
    public String naming() {
        return "the network as hosts list it: `default` for all of IPv4, `::/0` for all of IPv6, `10.30.0.0/16`,"
                + " `2001:db8::/32`; with `@STACK` behind it for a TCP/IP stack other than the default one";
    }

    @Override
    public Placement placement() {
        return Placement.hostNamed("routes");
    }

    @Override
    public Set<String> standsOn() {
        return Set.of("vmkernel", "netstack");
    }

    @Override
    public Set<Address> requires(Address self, Route value) {
        Set<Address> needs = new HashSet<>();
        value.device().ifPresent(device -> needs.addAll(Needs.onSameHost(self, "vmkernel", device)));
        Destination.of(self.name())
                .map(Destination::stack)
                .filter(stack -> !stack.equals(Destination.DEFAULT_STACK))
                .ifPresent(stack -> needs.addAll(Needs.onSameHost(self, "netstack", stack)));
        return needs;
    }

    /** The host chooses the interface by the gateway, whatever is said. */
    @Override
    public Route settle(Route desired, Route observed) {
        return new Route(desired.gateway(), observed.device(), desired.source());
    }

    @Override
    public void check(Resource<Route> resource, Diagnostics into) {
        String name = resource.address().name();
        Optional<Destination> to = Destination.of(name);
        if (to.isEmpty()) {
            into.add(KindProblem.malformed(
                    resource, FieldPath.ROOT, name, "a network as hosts list it, such as default or 10.30.0.0/16"));
            return;
        }
        resource.desired()
                .filter(d -> d.gateway().six() != to.orElseThrow().six())
                .ifPresent(d -> into.add(KindProblem.contradiction(
                        resource,
                        FieldPath.of("gateway"),
                        "Network and gateway are of one IP version; to all of IPv6 leads the route \"::/0\".")));
    }

    /** A route can be the only way back to whoever manages the host, or to its storage. */
    @Override
    public RiskClass risk(Change<Route> change) {
        return switch (change) {
            case Change.Create<Route> c -> RiskClass.HOST;
            case Change.Update<Route> c -> RiskClass.LIFELINE;
            case Change.Replace<Route> c -> RiskClass.LIFELINE;
            case Change.Delete<Route> c -> RiskClass.LIFELINE;
            case Change.Keep<Route> c -> RiskClass.HARMLESS;
            case Change.Blocked<Route> c -> RiskClass.HARMLESS;
        };
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<Route> resource, Observed<Route> observed) {
        if (!(observed instanceof Observed.Present<Route>(Route found))) {
            return Optional.empty();
        }
        boolean told = found.source().filter(s -> !RouteSsh.BY_HAND.contains(s)).isPresent();
        boolean changes = resource.desired()
                .filter(d -> compare(settle(d, found), found).isEmpty())
                .isEmpty();
        return told && changes
                ? Optional.of(
                        new Obstacle.Unsupported(
                                "The host learned this route from "
                                        + found.source().orElse("")
                                        + " and would learn it again. Change it where it comes from, or give the interface a fixed address."))
                : Optional.empty();
    }

    @Override
    public List<Binding<Route>> bindings() {
        return List.of(new RouteSsh(), new RouteApi());
    }
}
