package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.Cluster;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.vim.World;
import java.util.List;

/** Which hosts a cluster has. A host that joins or leaves one must be in maintenance mode. */
final class Membership {

    private final World world;
    private final Cluster cluster;

    Membership(World world, Cluster cluster) {
        this.world = world;
        this.cluster = cluster;
    }

    void moveInto(List<Element> hosts) {
        List<String> names = hosts.stream()
                .map(h -> world.key(h.ref())
                        .filter(world.site().hosts::containsKey)
                        .orElseThrow(() -> Faults.invalidArgument("host")))
                .toList();
        for (String host : names) {
            boolean member = cluster.hosts.contains(host);
            if (!member
                    && !world.host(host).maintenance
                    && world.site().clusterOf(host).isPresent()) {
                throw Faults.invalidState();
            }
        }
        names.forEach(host -> {
            world.site().clusters.values().forEach(c -> c.hosts.remove(host));
            cluster.hosts.add(host);
        });
    }
}
