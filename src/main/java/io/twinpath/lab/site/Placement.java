package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a machine of a cluster can be started. */
final class Placement {

    private final Site site;
    private final Effects effects;
    private final Capacity capacity;

    Placement(Site site) {
        this.site = site;
        this.effects = new Effects(site);
        this.capacity = new Capacity(site);
    }

    /** The host that HA picks: of those that can take the machine, the one with the most memory left, then by name. */
    Optional<String> pick(String vmName, Cluster cluster) {
        return cluster.hosts.stream()
                .filter(h -> whyNot(vmName, h).isEmpty())
                .max(Comparator.comparingLong(capacity::freeMemory).thenComparing(Comparator.reverseOrder()));
    }

    /** What keeps a machine from being started on a host; empty when nothing does. */
    List<String> whyNot(String vmName, String host) {
        Vm vm = site.vm(vmName);
        List<String> why = new ArrayList<>();
        if (!new Links(site).alive(host, site.host(host))) {
            why.add("the host is down");
        } else if (site.host(host).maintenance) {
            why.add("the host is in maintenance mode");
        } else if (!Isolation.connected(site, host)) {
            why.add("the host is cut off");
        }
        vm.datastores().stream()
                .filter(d -> !effects.sees(host, d))
                .forEach(d -> why.add("the host cannot reach datastore " + d));
        vm.adapters.values().stream()
                .filter(a -> a.connected && !effects.network(host, a.network))
                .forEach(a -> why.add("the host has no network " + a.network));
        vm.devices.forEach((label, d) -> {
            if (d.connected && d.kind == HostDevice.Kind.PASSTHROUGH && !host.equals(vm.host)) {
                why.add(label + " is a device of " + vm.host);
            }
        });
        if (!capacity.fitsCpu(host, vm)) {
            why.add("the host has " + capacity.freeCpu(host) + " MHz left to reserve");
        }
        if (!capacity.fitsMemory(host, vm)) {
            why.add("the host has " + capacity.freeMemory(host) + " MB left to reserve");
        }
        new Rules(site).broken(vmName, host, true).ifPresent(r -> why.add("rule " + r + " forbids it"));
        return why;
    }
}
