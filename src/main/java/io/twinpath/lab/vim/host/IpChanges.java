package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Inet;
import io.twinpath.lab.site.Ipv4;
import io.twinpath.lab.site.Naming;
import io.twinpath.lab.site.Routing;
import io.twinpath.lab.site.StaticRoute;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import java.util.ArrayList;

/** Changes of names, routes and TCP/IP stacks. */
final class IpChanges {

    private final HostContext at;

    IpChanges(HostContext at) {
        this.at = at;
    }

    void dns(String stack, Element config) {
        for (String server : config.texts("address")) {
            if (!Inet.address(server)) {
                throw Faults.invalidArgument("config.address");
            }
        }
        Naming naming = at.host().naming;
        if (stack.equals(IpInfo.DEFAULT)) {
            String host = config.need("hostName");
            String domain = config.text("domainName").orElse("");
            boolean own = at.name().equals(host + "." + domain);
            naming.host = own ? "" : host;
            naming.domain = own ? "" : domain;
        }
        naming.resolver(stack).servers = new ArrayList<>(config.texts("address"));
        naming.resolver(stack).search = new ArrayList<>(config.texts("searchDomain"));
    }

    /** An empty gateway takes the default route away. */
    void gateway(String stack, Element config) {
        config.text("defaultGateway").ifPresent(g -> everywhere(stack, g, false));
        config.text("ipV6DefaultGateway").ifPresent(g -> everywhere(stack, g, true));
    }

    private void everywhere(String stack, String gateway, boolean six) {
        boolean reached = six
                ? Inet.six(gateway)
                : Routing.device(at.host(), stack, gateway).isPresent();
        if (!gateway.isEmpty() && (!(six || Ipv4.valid(gateway)) || !reached)) {
            throw Faults.invalidArgument("config.defaultGateway");
        }
        at.host().routes.removeIf(r -> r.stack().equals(stack) && r.six() == six && r.bits() == 0);
        if (!gateway.isEmpty()) {
            at.host().routes.add(new StaticRoute(stack, StaticRoute.EVERYWHERE, gateway));
        }
    }

    void table(String stack, Element config) {
        config.all("ipRoute").forEach(op -> route(stack, op));
        config.all("ipv6Route").forEach(op -> route(stack, op));
    }

    private void route(String stack, Element operation) {
        Element route = operation.required("route");
        int bits = route.number("prefixLength").orElse(0);
        String network = bits == 0 ? StaticRoute.EVERYWHERE : route.need("network") + "/" + bits;
        String gateway = route.need("gateway");
        if (!Inet.address(gateway) || (bits != 0 && !Inet.network(network))) {
            throw Faults.invalidArgument("config.ipRoute.route");
        }
        StaticRoute wanted = new StaticRoute(stack, network, gateway);
        switch (operation.text("changeOperation").orElse("")) {
            case "add" -> add(wanted);
            case "remove" -> {
                if (!at.host().routes.remove(wanted)) {
                    throw Faults.absent(network);
                }
            }
            default -> {
                // Told back as it was read.
            }
        }
    }

    private void add(StaticRoute wanted) {
        boolean reached = wanted.six()
                || Routing.device(at.host(), wanted.stack(), wanted.gateway()).isPresent();
        if (!reached) {
            throw Faults.hostConfig("The gateway is not in the network of a VMkernel interface.");
        }
        if (at.host().routes.contains(wanted)) {
            throw Faults.alreadyExists(wanted.network());
        }
        at.host().routes.add(wanted);
    }

    /** The settings of one stack, which may be one that comes or goes. */
    void stack(Element spec) {
        Element instance = spec.required("netStackInstance");
        String key = instance.text("key").orElseGet(() -> instance.need("name"));
        boolean there = new IpInfo(at).stackNames().contains(key);
        switch (spec.text("operation").orElse("edit")) {
            case "add" -> {
                if (there) {
                    throw Faults.alreadyExists(key);
                }
                at.host().netstacks.add(key);
            }
            case "remove" -> {
                if (at.host().vmkernel.values().stream().anyMatch(v -> v.netstack.equals(key))) {
                    throw Faults.inUse("NetStackInstance", key);
                }
                if (!at.host().netstacks.remove(key)) {
                    throw Faults.absent(key);
                }
                return;
            }
            default -> {
                if (!there) {
                    throw Faults.absent(key);
                }
            }
        }
        instance.child("dnsConfig").ifPresent(d -> dns(key, d));
        instance.child("ipRouteConfig").ifPresent(g -> gateway(key, g));
        instance.child("routeTableConfig").ifPresent(t -> table(key, t));
    }
}
