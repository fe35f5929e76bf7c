package io.twinpath.lab;

import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.IscsiPaths;
import io.twinpath.lab.site.Reach;
import io.twinpath.lab.site.Site;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How a site stands, as the lab itself knows it: what no client could ask a host that is cut off. */
public record LabStatus(NavigableMap<String, HostStatus> hosts, NavigableMap<String, String> vms, List<String> failed) {

    /**
     * One host.
     *
     * @param reachable whether a person can log in
     * @param pathsDown devices that the host has seen and cannot reach
     */
    public record HostStatus(
            boolean powered, boolean reachable, int activePaths, int deadPaths, List<String> pathsDown) {}

    static LabStatus of(Site site) {
        Effects effects = new Effects(site);
        NavigableMap<String, HostStatus> hosts = new TreeMap<>();
        site.hosts.keySet().forEach(h -> hosts.put(h, host(site, h, effects)));
        NavigableMap<String, String> vms = new TreeMap<>();
        site.vms.keySet().forEach(v -> vms.put(v, effects.vm(v).name().toLowerCase(Locale.ROOT)));
        return new LabStatus(hosts, vms, List.copyOf(site.failed));
    }

    private static HostStatus host(Site site, String name, Effects effects) {
        IscsiPaths paths = new IscsiPaths(site, name);
        int all = site.host(name).paths.size();
        int active = (int) site.host(name).paths.stream().filter(paths::active).count();
        List<String> down = site.host(name).devices.keySet().stream()
                .filter(d -> effects.allPathsDown(name, d))
                .toList();
        return new HostStatus(site.host(name).powered, new Reach(site).manageable(name), active, all - active, down);
    }
}
