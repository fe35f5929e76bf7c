package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Inet;
import io.twinpath.lab.site.Ipv4;
import io.twinpath.lab.site.Routing;
import io.twinpath.lab.site.StaticRoute;
import io.twinpath.lab.site.Vmk;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code network ip route …}
 *
 * <p>A TCP/IP stack has one default gateway, so adding one replaces it. Other networks can have several gateways.
 */
final class RouteCommands {

    private static final Comparator<StaticRoute> ORDER = Comparator.comparingInt(StaticRoute::bits)
            .thenComparing(StaticRoute::network)
            .thenComparing(StaticRoute::gateway);

    private static final Option GATEWAY =
            Option.text("g", "gateway", "The router.").needed();
    private static final Option NETWORK =
            Option.text("n", "network", "The network, or default.").needed();

    static final List<Command> TABLE = List.of(
            read("network ip route ipv4 list", "List IPv4 routes.", RouteCommands::four, Netstacks.OPTION),
            write(
                    "network ip route ipv4 add",
                    "Add an IPv4 route.",
                    (h, a) -> add(h, a, false),
                    GATEWAY,
                    Netstacks.OPTION,
                    NETWORK),
            write(
                    "network ip route ipv4 remove",
                    "Remove an IPv4 route.",
                    (h, a) -> remove(h, a, false),
                    GATEWAY,
                    Netstacks.OPTION,
                    NETWORK),
            read("network ip route ipv6 list", "List IPv6 routes.", RouteCommands::six, Netstacks.OPTION),
            write(
                    "network ip route ipv6 add",
                    "Add an IPv6 route.",
                    (h, a) -> add(h, a, true),
                    GATEWAY,
                    Netstacks.OPTION,
                    NETWORK),
            write(
                    "network ip route ipv6 remove",
                    "Remove an IPv6 route.",
                    (h, a) -> remove(h, a, true),
                    GATEWAY,
                    Netstacks.OPTION,
                    NETWORK));

    private RouteCommands() {}

    private static Stream<StaticRoute> set(HostView host, String stack, boolean six) {
        return host.host().routes.stream()
                .filter(r -> r.six() == six && r.stack().equals(stack))
                .sorted(ORDER);
    }

    private static Output four(HostView host, Arguments arguments) {
        String stack = Netstacks.of(host, arguments);
        Stream<Structure> byHand = set(host, stack, false)
                .map(r -> four(
                        r.network().equals(StaticRoute.EVERYWHERE) ? "default" : Ipv4.network(r.network()),
                        r.bits(),
                        r.gateway(),
                        Routing.device(host.host(), stack, r.gateway()).orElse("")));
        Stream<Structure> own = host.host().vmkernel.entrySet().stream()
                .filter(v ->
                        v.getValue().netstack.equals(stack) && !v.getValue().ip.isEmpty())
                .map(RouteCommands::own);
        return Output.table(Stream.concat(byHand, own).toList());
    }

    private static Structure own(Map.Entry<String, Vmk> vmk) {
        int bits = Ipv4.prefix(vmk.getValue().ip);
        long network = Ipv4.parse(vmk.getValue().address()).orElse(0) & Ipv4.mask(bits);
        return four(Ipv4.text(network), bits, "0.0.0.0", vmk.getKey());
    }

    private static Structure four(String network, int bits, String gateway, String device) {
        return Structure.of("IPv4Route")
                .with("Network", network)
                .with("Netmask", Ipv4.text(Ipv4.mask(bits)))
                .with("Gateway", gateway)
                .with("Interface", device)
                .with("Source", "MANUAL");
    }

    private static Output six(HostView host, Arguments arguments) {
        return Output.table(set(host, Netstacks.of(host, arguments), true)
                .map(r -> Structure.of("IPv6Route")
                        .with("Network", r.bits() == 0 ? "default" : Ipv4.network(r.network()))
                        .with("Prefix", r.bits())
                        .with("Gateway", r.gateway())
                        .with("Interface", "vmk0")
                        .with("Source", "MANUAL"))
                .toList());
    }

    private static Output add(HostView host, Arguments arguments, boolean six) {
        StaticRoute route = route(host, arguments, six);
        if (!six && Routing.device(host.host(), route.stack(), route.gateway()).isEmpty()) {
            throw new Fault(
                    "Unable to add route: gateway " + route.gateway() + " is not in the network of an interface");
        }
        if (host.host().routes.contains(route)) {
            throw new Fault("Unable to add route to " + route.network() + ": Already exists");
        }
        if (route.bits() == 0) {
            host.host().routes.removeIf(r -> r.six() == six && r.stack().equals(route.stack()) && r.bits() == 0);
        }
        host.host().routes.add(route);
        return Output.nothing();
    }

    private static Output remove(HostView host, Arguments arguments, boolean six) {
        StaticRoute route = route(host, arguments, six);
        if (!host.host().routes.remove(route)) {
            throw new Fault("Unable to remove route to " + route.network() + ": Not found");
        }
        return Output.nothing();
    }

    private static StaticRoute route(HostView host, Arguments arguments, boolean six) {
        String gateway = arguments.text("gateway");
        String network = arguments.text("network");
        if (!(six ? Inet.six(gateway) : Ipv4.valid(gateway))) {
            throw new Fault("Invalid gateway: " + gateway);
        }
        boolean everywhere = List.of("default", "0.0.0.0/0", "::/0").contains(network);
        if (!everywhere && (!Inet.network(network) || (network.indexOf(':') >= 0) != six)) {
            throw new Fault("Invalid network: " + network);
        }
        return new StaticRoute(Netstacks.of(host, arguments), everywhere ? StaticRoute.EVERYWHERE : network, gateway);
    }
}
