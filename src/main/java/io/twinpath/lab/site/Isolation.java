package io.twinpath.lab.site;

import java.util.NavigableSet;

/**
 * Which hosts of a cluster hear of each other.
 *
 * <p>Our reading: a host is isolated when no interface of it that is tagged for management has a way into its network. It
 * still shows that it is alive for as long as it gets through to a datastore that the cluster beats on.
 */
final class Isolation {

    private static final String MANAGEMENT = "Management";

    private Isolation() {}

    static boolean connected(Site site, String host) {
        Reach reach = new Reach(site);
        return new Links(site).alive(host, site.host(host))
                && site.host(host).vmkernel.entrySet().stream()
                        .anyMatch(v -> v.getValue().tags.contains(MANAGEMENT) && reach.connected(host, v.getKey()));
    }

    /** Whether another host of the cluster would do something about an isolated one. */
    static boolean watched(Site site, Cluster cluster, String host) {
        return cluster.hosts.stream().anyMatch(h -> !h.equals(host) && connected(site, h));
    }

    static boolean beats(Site site, Cluster cluster, String host) {
        Effects effects = new Effects(site);
        NavigableSet<String> chosen = cluster.ha.heartbeatDatastores;
        boolean only = cluster.ha.heartbeatPolicy.equals("userSelectedDs");
        return site.datastores.keySet().stream()
                .filter(d -> !only || chosen.contains(d))
                .filter(d ->
                        cluster.hosts.stream().filter(h -> effects.knows(h, d)).count() > 1)
                .anyMatch(d -> effects.sees(host, d));
    }
}
