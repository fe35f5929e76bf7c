package io.twinpath.lab.site;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a machine of a cluster can be started. What hosts reach is looked up once: one of these lives while machines move and
 * no longer, parts stay as they are.
 */
final class Placement {

    private final Site site;
    private final Effects effects;
    private final Capacity capacity;
    private final Map<String, Boolean> connected = new HashMap<>();
    private final Map<String, Boolean> sees = new HashMap<>();

    Placement(Site site) {
        this.site = site;
        this.effects = new Effects(site);
        this.capacity = new Capacity(site);
    }

    /** The host that HA picks: of those that can take the machine, the one with the most memory left, then by name. */
    Optional<String> pick(String vmName, Cluster cluster) {
        return cluster.hosts.stream()
                .filter(h -> takes(vmName, h))
                .max(Comparator.comparingLong(capacity::freeMemory).thenComparing(Comparator.reverseOrder()));
    }

    private boolean takes(String vmName, String host) {
        Vm vm = site.vm(vmName);
        return connected.computeIfAbsent(host, h -> Isolation.connected(site, h))
                && !site.host(host).maintenance
                && vm.datastores().stream().allMatch(d -> sees(host, d))
                && vm.adapters.values().stream().allMatch(a -> !a.connected || effects.network(host, a.network))
                && vm.devices.values().stream().noneMatch(d -> ties(d) && !host.equals(vm.host))
                && capacity.fitsCpu(host, vm)
                && capacity.fitsMemory(host, vm)
                && new Rules(site).broken(vmName, host, true).isEmpty();
    }

    private boolean sees(String host, String datastore) {
        return sees.computeIfAbsent(host + " " + datastore, k -> effects.sees(host, datastore));
    }

    private static boolean ties(HostDevice device) {
        return device.connected && device.kind == HostDevice.Kind.PASSTHROUGH;
    }
}
