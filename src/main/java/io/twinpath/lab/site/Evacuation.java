package io.twinpath.lab.site;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clears hosts of their machines, as DRS does for a host that is to enter maintenance mode. */
public final class Evacuation {

    private static final String AUTOMATED = "fullyAutomated";

    private final Site site;
    private final Vmotion vmotion;

    public Evacuation(Site site) {
        this.site = site;
        this.vmotion = new Vmotion(site);
    }

    /** Moves what may and can be moved; returns the machines that keep the host from maintenance, by name. */
    public List<String> attempt(String host, boolean alsoPoweredOff) {
        for (String vm : machines(host, alsoPoweredOff)) {
            if (automated(vm, host)) {
                target(vm, host).ifPresent(t -> vmotion.move(vm, Move.to(t)));
            }
        }
        return machines(host, alsoPoweredOff);
    }

    /** The machines that run on a host. */
    public List<String> staying(String host) {
        return machines(host, false);
    }

    /** The host of its cluster that a machine can go to: the one with the most memory left, then by name. */
    public Optional<String> target(String vm, String from) {
        Capacity capacity = new Capacity(site);
        Rules rules = new Rules(site);
        return site.clusterOf(from).stream()
                .flatMap(c -> c.getValue().hosts.stream())
                .filter(h -> !h.equals(from))
                .filter(h -> vmotion.check(vm, Move.to(h)).isEmpty())
                .max(Comparator.comparing(
                                (String h) -> rules.broken(vm, h, false).isEmpty())
                        .thenComparingLong(capacity::freeMemory)
                        .thenComparing(Comparator.reverseOrder()));
    }

    private List<String> machines(String host, boolean alsoPoweredOff) {
        return site.vms.entrySet().stream()
                .filter(v -> v.getValue().host.equals(host))
                .filter(v -> alsoPoweredOff || v.getValue().started())
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean automated(String vm, String host) {
        return site.clusterOf(host)
                .map(Map.Entry::getValue)
                .filter(c -> c.drs.enabled)
                .filter(c -> VmOverride.or(c.override(vm).drs, true))
                .filter(c -> behavior(c, vm).equals(AUTOMATED))
                .isPresent();
    }

    private static String behavior(Cluster cluster, String vm) {
        return cluster.drs.overridesAllowed
                ? VmOverride.or(cluster.override(vm).drsBehavior, cluster.drs.behavior)
                : cluster.drs.behavior;
    }
}
