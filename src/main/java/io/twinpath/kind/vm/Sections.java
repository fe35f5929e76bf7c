package io.twinpath.kind.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which parts of a virtual machine's configuration are read: those that the spec speaks of, or all where there is no spec.
 *
 * @param resources shares of the host
 * @param overrides what the cluster has for it alone
 * @param volumes how its host sees datastores: for disks that move, and for machines that are started again
 */
record Sections(
        boolean resources,
        boolean latency,
        boolean advanced,
        boolean disks,
        boolean networks,
        boolean overrides,
        boolean notes,
        boolean host,
        boolean volumes) {

    static Sections of(Optional<Vm> wanted) {
        if (wanted.isEmpty()) {
            return new Sections(true, true, true, true, true, true, true, false, false);
        }
        Vm vm = wanted.orElseThrow();
        boolean latency = vm.latencySensitivity().isPresent();
        return new Sections(
                latency || vm.cpu().isPresent() || vm.memory().isPresent(),
                latency,
                !vm.advanced().isEmpty() || vm.numaNodes().isPresent(),
                !vm.disks().isEmpty(),
                !vm.networks().isEmpty(),
                vm.ha().isPresent() || vm.drs().isPresent(),
                vm.notes().isPresent(),
                vm.host().isPresent(),
                !vm.disks().isEmpty() || vm.mayPowerCycle());
    }

    boolean devices() {
        return disks || networks;
    }

    List<String> paths() {
        List<String> paths = new ArrayList<>(List.of("name", "runtime.powerState", "config.changeVersion"));
        if (resources) {
            paths.addAll(List.of(
                    "config.hardware.numCPU",
                    "config.hardware.memoryMB",
                    "config.cpuAllocation",
                    "config.memoryAllocation",
                    "config.memoryReservationLockedToMax",
                    "config.cpuAffinity",
                    "config.cpuHotAddEnabled",
                    "config.cpuHotRemoveEnabled",
                    "config.memoryHotAddEnabled"));
        }
        if (latency) {
            paths.add("config.latencySensitivity");
        }
        if (advanced) {
            paths.add("config.extraConfig");
        }
        if (volumes) {
            paths.addAll(List.of("runtime.connectionState", "datastore"));
        }
        if (devices()) {
            paths.add("config.hardware.device");
        }
        if (notes) {
            paths.add("config.annotation");
        }
        return paths;
    }
}
