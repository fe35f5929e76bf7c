package io.twinpath.lab.site;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;
import java.util.function.IntUnaryOperator;

/** Fills in what a site file may leave out of virtual machines and clusters. */
public final class Machines {

    /** The first keys that the API gives to disks, network adapters, drives and PCI devices. */
    private static final int FIRST_DISK = 2000;

    private static final int FIRST_ADAPTER = 4000;
    private static final int FIRST_DRIVE = 3000;
    private static final int FIRST_PASSTHROUGH = 13_000;

    /** The number on each SCSI controller that stands for the controller itself. */
    private static final int CONTROLLER_UNIT = 7;

    private Machines() {}

    static void settle(Site site) {
        site.vms.forEach(Machines::settle);
        site.clusters.values().forEach(Machines::rules);
        site.distributedSwitches.forEach((n, d) -> d.uuid = d.uuid.isEmpty() ? named("dvs/" + n) : d.uuid);
    }

    /** Gives names and numbers to the parts of a machine that have none. */
    public static void settle(String name, Vm vm) {
        vm.uuid = vm.uuid.isEmpty() ? named("bios/" + name) : vm.uuid;
        vm.instanceUuid = vm.instanceUuid.isEmpty() ? named("instance/" + name + "/" + vm.uuid) : vm.instanceUuid;
        if (vm.home.isEmpty() && !vm.disks.isEmpty()) {
            vm.home = vm.disks.firstEntry().getValue().datastore;
        }
        vm.disks.values().forEach(d -> {
            if (d.key == 0) {
                d.key = next(
                        FIRST_DISK, vm.disks.values().stream().map(o -> o.key).toList(), Machines::afterDisk);
            }
        });
        vm.adapters.forEach((label, a) -> {
            a.mac = a.mac.isEmpty() ? Hardware.mac("00:50:56", vm.uuid + "/" + label) : a.mac;
            if (a.key == 0) {
                a.key = next(
                        FIRST_ADAPTER,
                        vm.adapters.values().stream().map(o -> o.key).toList(),
                        k -> k + 1);
            }
        });
        vm.devices.values().stream().filter(d -> d.key == 0).forEach(d -> {
            int first = d.kind == HostDevice.Kind.PASSTHROUGH ? FIRST_PASSTHROUGH : FIRST_DRIVE;
            d.key = next(first, vm.devices.values().stream().map(o -> o.key).toList(), k -> k + 1);
        });
    }

    /** Numbers the rules that have no number. */
    public static void rules(Cluster cluster) {
        cluster.rules.values().stream()
                .filter(r -> r.key == 0)
                .forEach(r -> r.key =
                        next(1, cluster.rules.values().stream().map(o -> o.key).toList(), k -> k + 1));
    }

    private static int afterDisk(int key) {
        return key + 1 == FIRST_DISK + CONTROLLER_UNIT ? key + 2 : key + 1;
    }

    private static int next(int first, Collection<Integer> taken, IntUnaryOperator after) {
        int key = first;
        while (taken.contains(key)) {
            key = after.applyAsInt(key);
        }
        return key;
    }

    /** A UUID that depends on nothing but a name. */
    public static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
