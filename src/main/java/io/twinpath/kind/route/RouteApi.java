package io.twinpath.kind.route;

import io.twinpath.driver.Command;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Echo;
import io.twinpath.kind.HostProperties;
import io.twinpath.kind.NetworkConfig;
import io.twinpath.kind.Script;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Cidr;
import io.twinpath.model.Ip;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Routes in the words of {@code HostNetworkSystem}: the default gateways are a configuration of their own, sent whole, all
 * others a table that is changed line by line. Who made a route is not told.
 */
final class RouteApi implements Binding<Route> {

    private static final String GATEWAYS = "config.network.ipRouteConfig";
    private static final String TABLE = "config.network.routeTableInfo";
    private static final PropertyQuery OWN = HostProperties.query(GATEWAYS, TABLE);
    private static final PropertyQuery STACKS = HostProperties.query(NetworkConfig.STACKS);
    private static final Set<String> NONE = Set.of("", "0.0.0.0", "::");

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Route> wanted, Replies known) {
        return Destination.of(address.name()).stream()
                .<Query>map(to -> own(to) ? OWN : STACKS)
                .toList();
    }

    private static boolean own(Destination to) {
        return to.stack().equals(Destination.DEFAULT_STACK);
    }

    @Override
    public Observed<Route> read(Address address, Optional<Route> wanted, Replies replies) throws UnreadableException {
        Destination to = Destination.of(address.name())
                .orElseThrow(() -> new UnreadableException("\"" + address.name() + "\" names no route."));
        Optional<Route> found = to.everywhere() ? gateway(to, replies) : listed(to, replies);
        return found.<Observed<Route>>map(Observed.Present::new).orElseGet(Observed.Absent::new);
    }

    private static Optional<Route> gateway(Destination to, Replies replies) throws UnreadableException {
        Optional<Node> config = own(to)
                ? HostProperties.of(replies, OWN).child(GATEWAYS)
                : stack(to, replies).flatMap(s -> s.child("ipRouteConfig"));
        if (config.isEmpty()) {
            return Optional.empty();
        }
        Node read = config.orElseThrow();
        Optional<Ip> gateway = gateway(read, to.six() ? "ipV6DefaultGateway" : "defaultGateway");
        Map<String, String> kept = new Echo()
                .keep(read, "defaultGateway")
                .keep(read, "gatewayDevice")
                .keep(read, "ipV6DefaultGateway")
                .keep(read, "ipV6GatewayDevice")
                .fields();
        Optional<String> device = read.text(to.six() ? "ipV6GatewayDevice" : "gatewayDevice")
                .filter(d -> !d.isEmpty())
                .or(() -> deviceOf(to, replies));
        return gateway.map(ip -> new Route(ip, device, Optional.empty(), kept));
    }

    /** The table has the default gateway as well, and by which interface it is reached. */
    private static Optional<String> deviceOf(Destination to, Replies replies) {
        try {
            return listed(to, replies).flatMap(Route::device);
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static Optional<Node> stack(Destination to, Replies replies) throws UnreadableException {
        return HostProperties.named(HostProperties.items(replies, STACKS, NetworkConfig.STACKS), to.stack(), "key");
    }

    private static Optional<Route> listed(Destination to, Replies replies) throws UnreadableException {
        for (Node line : lines(to, replies)) {
            Optional<Ip> gateway = gateway(line, "gateway");
            if (gateway.isPresent() && network(line).equals(to.network())) {
                return Optional.of(new Route(
                        gateway.orElseThrow(), line.text("deviceName").filter(d -> !d.isEmpty()), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private static List<Node> lines(Destination to, Replies replies) throws UnreadableException {
        String field = to.six() ? "ipv6Route" : "ipRoute";
        if (own(to)) {
            return HostProperties.of(replies, OWN)
                    .child(TABLE)
                    .map(t -> t.all(field))
                    .orElseGet(List::of);
        }
        return stack(to, replies)
                .flatMap(s -> s.child("routeTableConfig"))
                .map(t -> t.all(field))
                .orElseGet(List::of)
                .stream()
                .flatMap(op -> op.child("route").stream())
                .toList();
    }

    /** Empty for the route of an interface to its own network, which has no gateway. */
    private static Optional<Ip> gateway(Node read, String field) throws UnreadableException {
        Optional<String> text =
                read.text(field).map(t -> t.replaceFirst("%.*", "")).filter(t -> !NONE.contains(t));
        try {
            return text.map(Ip::parse);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("The gateway \"" + text.orElse("") + "\" is no address.", e);
        }
    }

    private static Cidr network(Node line) throws UnreadableException {
        String text = line.requiredText("network") + "/" + line.requiredText("prefixLength");
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("The network \"" + text + "\" cannot be read.", e);
        }
    }

    @Override
    public List<Query> census() {
        return List.of(OWN);
    }

    /** Those of the default stack, without what a router told of itself: link-local gateways. */
    @Override
    public Map<Address, Optional<Route>> found(Scope.Host host, Replies replies) throws UnreadableException {
        Map<Address, Optional<Route>> found = new TreeMap<>();
        for (String everywhere : List.of("0.0.0.0/0", "::/0")) {
            Destination to = new Destination(Cidr.parse(everywhere), Destination.DEFAULT_STACK);
            if (gateway(to, replies).filter(r -> !linkLocal(r)).isPresent()) {
                found.put(new Address("route", host, to.name()), Optional.empty());
            }
            for (Node line : lines(to, replies)) {
                Destination listed = new Destination(network(line), Destination.DEFAULT_STACK);
                if (!listed.everywhere() && gateway(line, "gateway").isPresent()) {
                    found.put(new Address("route", host, listed.name()), Optional.empty());
                }
            }
        }
        return found;
    }

    private static boolean linkLocal(Route route) {
        return route.gateway().toString().startsWith("fe80:");
    }

    @Override
    public List<Command> script(Change<Route> change) {
        Script script = new Script();
        Destination.of(change.address().name()).ifPresent(to -> {
            switch (change) {
                case Change.Keep<Route> c -> {}
                case Change.Blocked<Route> c -> {}
                case Change.Create<Route> c -> script.add(to(to, Optional.empty(), Optional.of(c.target())));
                case Change.Update<Route> c -> script.add(to(to, Optional.of(c.observed()), Optional.of(c.target())));
                case Change.Replace<Route> c -> script.add(to(to, Optional.of(c.observed()), Optional.of(c.target())));
                case Change.Delete<Route> c -> script.add(to(to, Optional.of(c.observed()), Optional.empty()));
            }
        });
        return script.commands();
    }

    private static Command to(Destination to, Optional<Route> before, Optional<Route> after) {
        if (to.everywhere()) {
            Map<String, String> kept = before.or(() -> after).map(Route::api).orElseGet(Map::of);
            return own(to)
                    ? MethodCommand.of(
                            NetworkConfig.NETWORK, "UpdateIpRouteConfig", gateways("config", to, after, kept))
                    : NetworkConfig.stack(to.stack(), "edit", gateways("ipRouteConfig", to, after, kept));
        }
        List<Node> changes = new ArrayList<>();
        after.ifPresent(r -> changes.add(change("add", to, r)));
        before.ifPresent(r -> changes.add(change("remove", to, r)));
        Node table = Node.object(own(to) ? "config" : "routeTableConfig", "HostIpRouteTableConfig", changes);
        return own(to)
                ? MethodCommand.of(NetworkConfig.NETWORK, "UpdateIpRouteTableConfig", table)
                : NetworkConfig.stack(to.stack(), "edit", table);
    }

    /** Both families stand in it, so the other one's is sent as it was. The host finds the interface by the gateway. */
    private static Node gateways(String name, Destination to, Optional<Route> after, Map<String, String> kept) {
        Optional<Node> wanted = after.map(r -> Node.string(
                to.six() ? "ipV6DefaultGateway" : "defaultGateway", r.gateway().toString()));
        return Node.build(name, "HostIpRouteConfig")
                .put(to.six() ? Echo.field(kept, "defaultGateway", "string") : wanted)
                .put(to.six() ? Echo.field(kept, "gatewayDevice", "string") : Optional.empty())
                .put(to.six() ? wanted : Echo.field(kept, "ipV6DefaultGateway", "string"))
                .put(to.six() ? Optional.empty() : Echo.field(kept, "ipV6GatewayDevice", "string"))
                .end();
    }

    private static Node change(String operation, Destination to, Route route) {
        return Node.object(
                to.six() ? "ipv6Route" : "ipRoute",
                "HostIpRouteOp",
                Node.string("changeOperation", operation),
                Node.object(
                        "route",
                        "HostIpRouteEntry",
                        Node.string("network", to.network().ip().toString()),
                        Node.number("prefixLength", to.network().length()),
                        Node.string("gateway", route.gateway().toString())));
    }
}
