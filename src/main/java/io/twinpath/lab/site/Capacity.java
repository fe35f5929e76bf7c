package io.twinpath.lab.site;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * What hosts can guarantee, and what they have promised already.
 *
 * <p>Our reading: a host gives all of its cores and memory; what ESXi itself and the overhead of machines take is left
 * out. Only reservations count, not sizes.
 */
public final class Capacity {

    private static final int WHOLE = 100;

    private final Site site;

    public Capacity(Site site) {
        this.site = site;
    }

    /** MHz that a host has not promised. */
    public long freeCpu(String host) {
        return site.host(host).processor.capacity() - promised(host, vm -> vm.cpu.reservation);
    }

    /** MB that a host has not promised. */
    public long freeMemory(String host) {
        return site.host(host).memoryMib - promised(host, Vm::reservedMemory);
    }

    /** Whoever asks for nothing fits everywhere. */
    public boolean fitsCpu(String host, Vm vm) {
        return vm.cpu.reservation <= Math.max(0, freeCpu(host));
    }

    public boolean fitsMemory(String host, Vm vm) {
        return vm.reservedMemory() <= Math.max(0, freeMemory(host));
    }

    /** Whether admission control lets a machine of a cluster start, or reserve that much. */
    public boolean admitted(Cluster cluster, Vm vm) {
        Admission rule = cluster.ha.admission;
        if (!cluster.ha.enabled || !rule.enabled) {
            return true;
        }
        return spared(cluster, h -> h.processor.capacity(), rule.cpuPercent)
                        >= promised(cluster, m -> m.cpu.reservation) + vm.cpu.reservation
                && spared(cluster, h -> h.memoryMib, rule.memoryPercent)
                        >= promised(cluster, Vm::reservedMemory) + vm.reservedMemory();
    }

    /** What is left to promise once that is set aside which a failure would take. */
    private long spared(Cluster cluster, ToLongFunction<Host> size, int percent) {
        Links links = new Links(site);
        List<Map.Entry<String, Host>> hosts = site.hosts.entrySet().stream()
                .filter(h -> cluster.hosts.contains(h.getKey()))
                .filter(h -> links.alive(h.getKey(), h.getValue()) && !h.getValue().maintenance)
                .toList();
        long all = hosts.stream().mapToLong(h -> size.applyAsLong(h.getValue())).sum();
        Admission rule = cluster.ha.admission;
        return switch (rule.policy) {
            case HOST_FAILURES -> all - largest(hosts, size, rule.hostFailures);
            case PERCENTAGES ->
                rule.automatic ? all - largest(hosts, size, rule.hostFailures) : all - all * percent / WHOLE;
            case FAILOVER_HOSTS ->
                all
                        - hosts.stream()
                                .filter(h -> rule.failoverHosts.contains(h.getKey()))
                                .mapToLong(h -> size.applyAsLong(h.getValue()))
                                .sum();
        };
    }

    private static long largest(List<Map.Entry<String, Host>> hosts, ToLongFunction<Host> size, int failures) {
        return hosts.stream()
                .map(h -> size.applyAsLong(h.getValue()))
                .sorted(Comparator.reverseOrder())
                .limit(failures)
                .mapToLong(Long::longValue)
                .sum();
    }

    private long promised(Cluster cluster, ToLongFunction<Vm> part) {
        NavigableSet<String> hosts = cluster.hosts;
        return site.vms.values().stream()
                .filter(v -> v.started() && hosts.contains(v.host))
                .mapToLong(part)
                .sum();
    }

    private long promised(String host, ToLongFunction<Vm> part) {
        return site.vms.values().stream()
                .filter(v -> v.started() && Objects.equals(v.host, host))
                .mapToLong(part)
                .sum();
    }
}
