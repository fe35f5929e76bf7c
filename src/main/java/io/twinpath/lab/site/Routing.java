package io.twinpath.lab.site;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Which way a host sends what is not for its own networks. */
public final class Routing {

    private static final String NONE = "0.0.0.0";

    private final Site site;

    public Routing(Site site) {
        this.site = site;
    }

    /** A site that says no routes has the gateway of each stack's first interface with one as that stack's default. */
    static void settle(Host host) {
        if (!host.routes.isEmpty()) {
            return;
        }
        for (Vmk vmk : host.vmkernel.values()) {
            boolean first = host.routes.stream().noneMatch(r -> r.stack().equals(vmk.netstack));
            if (first && !vmk.gateway.equals(NONE) && Ipv4.valid(vmk.gateway)) {
                host.routes.add(new StaticRoute(vmk.netstack, StaticRoute.EVERYWHERE, vmk.gateway));
            }
        }
    }

    /** Whether what comes in from the client over an interface is answered: directly, or by a router that knows the way. */
    boolean answers(Host host, Vmk vmk) {
        if (site.client.isEmpty() || Ipv4.inSubnet(site.client, vmk.ip)) {
            return true;
        }
        return best(host, vmk.netstack, site.client)
                .filter(r -> Ipv4.inSubnet(r.gateway(), vmk.ip))
                .filter(r -> site.routers.isEmpty() || site.routers.contains(r.gateway()))
                .isPresent();
    }

    /** The route with the longest prefix. */
    private static Optional<StaticRoute> best(Host host, String stack, String ip) {
        return host.routes.stream()
                .filter(r -> r.stack().equals(stack) && r.leadsTo(ip))
                .max(Comparator.comparingInt(StaticRoute::bits));
    }

    /** The interface in whose own network a gateway is; empty when there is none, and then no route goes there. */
    public static Optional<String> device(Host host, String stack, String gateway) {
        return host.vmkernel.entrySet().stream()
                .filter(v ->
                        v.getValue().netstack.equals(stack) && !v.getValue().ip.isEmpty())
                .filter(v -> Ipv4.inSubnet(gateway, v.getValue().ip))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
