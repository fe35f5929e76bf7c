package io.twinpath.lab.site;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The part of {@link SiteCheck} that is about virtual machines, clusters and distributed switches. */
final class MachineCheck {

    private static final Set<String> LATENCIES = Set.of("low", "normal", "medium", "high");
    private static final Set<String> SWAPS = Set.of("inherit", "vmDirectory", "hostLocal");
    private static final Set<String> PRIORITIES = Set.of("disabled", "lowest", "low", "medium", "high", "highest");
    private static final Set<String> ISOLATION = Set.of("none", "powerOff", "shutdown");
    private static final Set<String> APD = Set.of("disabled", "warning", "restartConservative", "restartAggressive");
    private static final Set<String> PDL = Set.of("disabled", "warning", "restartAggressive");
    private static final Set<String> CLEARED = Set.of("none", "reset");
    private static final Set<String> BEHAVIORS = Set.of("manual", "partiallyAutomated", "fullyAutomated");
    private static final Set<String> HEARTBEATS =
            Set.of("userSelectedDs", "allFeasibleDs", "allFeasibleDsWithUserPreference");
    private static final Set<String> MONITORING =
            Set.of("vmMonitoringDisabled", "vmMonitoringOnly", "vmAndAppMonitoring");
    private static final int MOST_CPUS = 768;

    private final SiteCheck check;
    private final Site site;

    MachineCheck(SiteCheck check, Site site) {
        this.check = check;
        this.site = site;
    }

    void run() {
        site.vms.forEach(this::vm);
        site.clusters.forEach(this::cluster);
        site.distributedSwitches.forEach(this::distributed);
        Set<String> taken = new HashSet<>();
        site.clusters.forEach((name, cluster) -> cluster.hosts.forEach(
                h -> check.require("clusters." + name + ".hosts", taken.add(h), h + " is in two clusters")));
    }

    private void vm(String name, Vm vm) {
        String key = "vms." + name;
        check.known(key + ".host", "host", vm.host, site.hosts.keySet());
        check.require(key + ".cpus", vm.cpus >= 1 && vm.cpus <= MOST_CPUS, "1 to " + MOST_CPUS);
        check.require(key + ".memory_mib", vm.memoryMib >= 4, "at least 4");
        check.known(key + ".latency", "level", vm.latency, LATENCIES);
        check.known(key + ".swap", "placement", vm.swap, SWAPS);
        if (!vm.home.isEmpty()) {
            check.known(key + ".home", "datastore", vm.home, site.datastores.keySet());
        }
        vm.disks.forEach((label, d) -> check.known(
                key + ".disks." + label + ".datastore", "datastore", d.datastore, site.datastores.keySet()));
        vm.devices.forEach((label, d) -> {
            if (!d.datastore().isEmpty()) {
                check.known(key + ".devices." + label, "datastore", d.datastore(), site.datastores.keySet());
            }
        });
        if (site.hosts.containsKey(vm.host)) {
            vm.adapters.forEach((label, a) -> check.require(
                    key + ".adapters." + label + ".network",
                    new Effects(site).network(vm.host, a.network),
                    vm.host + " has no network \"" + a.network + "\""));
        }
        for (Allocation share : List.of(vm.cpu, vm.memory)) {
            check.require(key, share.reservation >= 0, "a reservation is 0 or more");
            check.require(key, Allocation.shares(share.shares), "shares are low, normal, high or a number");
        }
    }

    private void cluster(String name, Cluster cluster) {
        String key = "clusters." + name;
        check.require("vcenter", site.vcenter != null, "a site with a cluster has a vCenter");
        known(key + ".hosts", "host", cluster.hosts, site.hosts.keySet());
        HighAvailability ha = cluster.ha;
        check.known(key + ".ha.restart_priority", "priority", ha.restartPriority, PRIORITIES);
        check.known(key + ".ha.isolation_response", "response", ha.isolationResponse, ISOLATION);
        check.known(key + ".ha.on_apd", "response", ha.onApd, APD);
        check.known(key + ".ha.on_pdl", "response", ha.onPdl, PDL);
        check.known(key + ".ha.apd_cleared", "reaction", ha.apdCleared, CLEARED);
        check.known(key + ".ha.heartbeat_policy", "policy", ha.heartbeatPolicy, HEARTBEATS);
        check.known(key + ".ha.vm_monitoring", "setting", ha.vmMonitoring, MONITORING);
        known(key + ".ha.heartbeat_datastores", "datastore", ha.heartbeatDatastores, site.datastores.keySet());
        known(key + ".ha.admission.failover_hosts", "host", ha.admission.failoverHosts, cluster.hosts);
        check.known(key + ".drs.behavior", "behaviour", cluster.drs.behavior, BEHAVIORS);
        check.require(
                key + ".drs.vmotion_rate", cluster.drs.vmotionRate >= 1 && cluster.drs.vmotionRate <= 5, "1 to 5");
        check.known(key + ".swap", "placement", cluster.swap, SWAPS);
        cluster.overrides.forEach((vm, o) -> override(key + ".overrides." + vm, vm, o));
        cluster.vmGroups.forEach((g, m) -> known(key + ".vm_groups." + g, "machine", m, site.vms.keySet()));
        cluster.hostGroups.forEach((g, m) -> known(key + ".host_groups." + g, "host", m, cluster.hosts));
        cluster.rules.forEach((r, rule) -> rule(key + ".rules." + r, cluster, rule));
    }

    private void override(String key, String vm, VmOverride own) {
        check.known(key, "machine", vm, site.vms.keySet());
        check.known(key + ".restart_priority", "priority", VmOverride.or(own.restartPriority, "medium"), PRIORITIES);
        check.known(key + ".isolation_response", "response", VmOverride.or(own.isolationResponse, "none"), ISOLATION);
        check.known(key + ".on_apd", "response", VmOverride.or(own.onApd, "disabled"), APD);
        check.known(key + ".on_pdl", "response", VmOverride.or(own.onPdl, "disabled"), PDL);
        check.known(key + ".apd_cleared", "reaction", VmOverride.or(own.apdCleared, "none"), CLEARED);
        check.known(key + ".drs_behavior", "behaviour", VmOverride.or(own.drsBehavior, "manual"), BEHAVIORS);
    }

    private void rule(String key, Cluster cluster, DrsRule rule) {
        switch (rule.kind) {
            case TOGETHER, APART -> known(key + ".vms", "machine", rule.vms, site.vms.keySet());
            case ON_HOSTS, NOT_ON_HOSTS -> {
                check.known(key + ".vm_group", "group", rule.vmGroup, cluster.vmGroups.keySet());
                check.known(key + ".host_group", "group", rule.hostGroup, cluster.hostGroups.keySet());
            }
        }
    }

    private void distributed(String name, DistributedSwitch found) {
        String key = "distributed_switches." + name;
        check.require("vcenter", site.vcenter != null, "a site with a distributed switch has a vCenter");
        known(key + ".hosts", "host", found.hosts.keySet(), site.hosts.keySet());
        found.hosts.forEach((h, ports) -> known(key + ".hosts." + h, "uplink", ports.keySet(), found.uplinks));
        found.portGroups.forEach((g, group) -> Stream.of(group.teaming.active, group.teaming.standby)
                .filter(Objects::nonNull)
                .forEach(order -> known(key + ".port_groups." + g + ".teaming", "uplink", order, found.uplinks)));
    }

    private void known(String key, String what, Collection<String> names, Collection<String> all) {
        names.forEach(n -> check.known(key, what, n, all));
    }
}
