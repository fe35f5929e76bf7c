package io.twinpath.lab.site;

import java.util.List;

/** Whom a host's firewall lets in over SSH. It looks at connections as they are made: those that are open stay. */
public final class Gate {

    private static final String MANAGEMENT = "Management";

    private final Site site;

    public Gate(Site site) {
        this.site = site;
    }

    /** Whether those who manage the host get through to its SSH server. */
    public boolean admits(String hostName) {
        Host host = site.host(hostName);
        if (!host.firewall.filters()) {
            return true;
        }
        return host.firewall
                .ruleset(Rulesets.SSH)
                .filter(r -> r.enabled)
                .filter(r -> r.allowedAll || r.allowedIps.stream().anyMatch(ip -> covers(host, ip)))
                .isPresent();
    }

    private boolean covers(Host host, String allowed) {
        String network = allowed.indexOf('/') < 0 ? allowed + "/32" : allowed;
        if (!site.client.isEmpty()) {
            return Ipv4.inSubnet(site.client, network);
        }
        List<String> subnets = host.vmkernel.values().stream()
                .filter(v -> v.tags.contains(MANAGEMENT))
                .map(v -> v.ip)
                .toList();
        return subnets.stream().anyMatch(s -> overlap(s, network));
    }

    /** The shorter of the two prefixes holds the other one's address, or there is nothing in common. */
    private static boolean overlap(String one, String other) {
        return Ipv4.inSubnet(Ipv4.network(one), other) || Ipv4.inSubnet(Ipv4.network(other), one);
    }
}
