package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Ipv4;
import io.twinpath.lab.site.Naming;
import io.twinpath.lab.site.Routing;
import io.twinpath.lab.site.StaticRoute;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Scalar;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Names, routes and TCP/IP stacks of a host as the API shows them. */
final class IpInfo {

    static final String DEFAULT = "defaultTcpipStack";

    private final HostContext at;

    IpInfo(HostContext at) {
        this.at = at;
    }

    SortedSet<String> stackNames() {
        SortedSet<String> names = new TreeSet<>(at.host().netstacks);
        names.add(DEFAULT);
        return names;
    }

    Listing stacks() {
        return Listing.of(
                "HostNetStackInstance",
                stackNames().stream()
                        .map(s -> Data.of("HostNetStackInstance")
                                .text("key", s)
                                .text("name", s)
                                .put("dnsConfig", dns(s))
                                .put("ipRouteConfig", gateway(s))
                                .number("requestedMaxNumberOfConnections", 11_000)
                                .text("congestionControlAlgorithm", "newreno")
                                .flag("ipV6Enabled", true)
                                .put(
                                        "routeTableConfig",
                                        Data.of("HostIpRouteTableConfig")
                                                .list(
                                                        "ipRoute",
                                                        "HostIpRouteOp",
                                                        byHand(s, false).map(IpInfo::operation))
                                                .list(
                                                        "ipv6Route",
                                                        "HostIpRouteOp",
                                                        byHand(s, true).map(IpInfo::operation)))));
    }

    Data dns(String stack) {
        Naming naming = at.host().naming;
        Naming.Resolver resolver = naming.asked(stack);
        int dot = at.name().indexOf('.');
        String first = dot < 0 ? at.name() : at.name().substring(0, dot);
        return Data.of("HostDnsConfig")
                .flag("dhcp", false)
                .unset("virtualNicDevice ipv6VirtualNicDevice")
                .text("hostName", naming.host.isEmpty() ? first : naming.host)
                .text(
                        "domainName",
                        naming.domain.isEmpty() ? dot < 0 ? "" : at.name().substring(dot + 1) : naming.domain)
                .texts("address", resolver.servers)
                .texts("searchDomain", resolver.search);
    }

    /** The default gateways of a stack. */
    Data gateway(String stack) {
        return Data.of("HostIpRouteConfig")
                .maybe(
                        "defaultGateway",
                        byHand(stack, false)
                                .filter(r -> r.bits() == 0)
                                .findFirst()
                                .map(r -> Scalar.of(r.gateway())))
                .maybe(
                        "ipV6DefaultGateway",
                        byHand(stack, true)
                                .filter(r -> r.bits() == 0)
                                .findFirst()
                                .map(r -> Scalar.of(r.gateway())))
                .unset("gatewayDevice ipV6GatewayDevice");
    }

    /** All routes of a stack, those to its own networks too. */
    Data routes(String stack) {
        Stream<Data> own = at.host().vmkernel.entrySet().stream()
                .filter(v ->
                        v.getValue().netstack.equals(stack) && !v.getValue().ip.isEmpty())
                .map(v -> entry(Ipv4.network(v.getValue().ip), "0.0.0.0", v.getKey()));
        Stream<Data> set = byHand(stack, false)
                .map(r -> entry(
                        network(r),
                        r.gateway(),
                        Routing.device(at.host(), stack, r.gateway()).orElse("")));
        return Data.of("HostIpRouteTableInfo")
                .list("ipRoute", "HostIpRouteEntry", Stream.concat(set, own))
                .list(
                        "ipv6Route",
                        "HostIpRouteEntry",
                        byHand(stack, true).map(r -> entry(network(r), r.gateway(), "")));
    }

    private Stream<StaticRoute> byHand(String stack, boolean six) {
        List<StaticRoute> all = at.host().routes;
        return all.stream().filter(r -> r.stack().equals(stack) && r.six() == six);
    }

    private static Data operation(StaticRoute route) {
        return Data.of("HostIpRouteOp")
                .text("changeOperation", "ignore")
                .put("route", entry(network(route), route.gateway(), ""));
    }

    private static String network(StaticRoute route) {
        if (route.bits() == 0) {
            return route.six() ? "::/0" : "0.0.0.0/0";
        }
        return route.network();
    }

    private static Data entry(String network, String gateway, String device) {
        int slash = network.indexOf('/');
        return Data.of("HostIpRouteEntry")
                .text("network", slash < 0 ? network : network.substring(0, slash))
                .number("prefixLength", slash < 0 ? 32 : Integer.parseInt(network.substring(slash + 1)))
                .text("gateway", gateway)
                .filled("deviceName", device);
    }
}
