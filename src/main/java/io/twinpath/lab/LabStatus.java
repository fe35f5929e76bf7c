package io.twinpath.lab;

import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.Happening;
import io.twinpath.lab.site.IscsiPaths;
import io.twinpath.lab.site.Reach;
import io.twinpath.lab.site.Site;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How a site stands, as the lab itself knows it: what no client could ask a host that is cut off.
 *
 * @param vms what each machine does
 * @param placed the host of each machine
 * @param failed parts that are broken
 * @param happened what the site did by itself, oldest first
 */
public record LabStatus(
        NavigableMap<String, HostStatus> hosts,
        NavigableMap<String, String> vms,
        NavigableMap<String, String> placed,
        List<String> failed,
        List<Happening> happened) {

    /**
     * One host.
     *
     * @param reachable whether a person can log in
     * @param pathsDown devices that the host has seen and cannot reach
     */
    public record HostStatus(
            boolean powered, boolean reachable, int activePaths, int deadPaths, List<String> pathsDown) {}

    /** How a site stands that nobody serves. */
    public static LabStatus of(Site site) {
        Effects effects = new Effects(site);
        NavigableMap<String, HostStatus> hosts = new TreeMap<>();
        site.hosts.keySet().forEach(h -> hosts.put(h, host(site, h, effects)));
        NavigableMap<String, String> vms = new TreeMap<>();
        site.vms.keySet().forEach(v -> vms.put(v, effects.vm(v).name().toLowerCase(Locale.ROOT)));
        NavigableMap<String, String> placed = new TreeMap<>();
        site.vms.forEach((name, vm) -> placed.put(name, vm.host));
        return new LabStatus(hosts, vms, placed, List.copyOf(site.failed), List.copyOf(site.happened));
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
