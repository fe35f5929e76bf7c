package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves machines between hosts and their disks between datastores, if nothing is in the way.
 *
 * <p>Our reading: a machine that runs needs all that it uses on the other host too, as a restart does, and cannot take
 * along what belongs to its host. One that is off needs its storage only. The hosts reach each other over interfaces tagged
 * for vMotion; in a site without any of those, over management.
 */
public final class Vmotion {

    private static final String VMOTION = "VMotion";

    private final Site site;
    private final Effects effects;

    public Vmotion(Site site) {
        this.site = site;
        this.effects = new Effects(site);
    }

    /** All that is in the way; empty when the machine can go. */
    public List<Obstacle> check(String vmName, Move move) {
        Vm vm = site.vm(vmName);
        String target = move.hostOf(vm);
        boolean elsewhere = !target.equals(vm.host);
        Found found = new Found(target);
        if (elsewhere || vm.started()) {
            host(vm.host, found);
        }
        if (elsewhere) {
            host(target, found);
        }
        storage(vm, move, found);
        if (elsewhere) {
            networks(vm, move, found);
            if (vm.started()) {
                running(vmName, vm, target, found);
            }
            new Rules(site)
                    .broken(vmName, target, true)
                    .ifPresent(r -> found.add(Obstacle.Kind.RULE, r, "Rule \"" + r + "\" forbids it on this host"));
        }
        return found.all;
    }

    /** Moves a machine that nothing keeps. */
    public void move(String vmName, Move move) {
        Vm vm = site.vm(vmName);
        vm.disks.forEach((label, disk) -> {
            String to = move.datastoreOf(label, disk);
            if (!to.equals(disk.datastore)) {
                grow(disk.datastore, disk.sizeMib);
                grow(to, -disk.sizeMib);
                disk.datastore = to;
            }
        });
        vm.adapters.forEach((label, a) -> a.network = move.networkOf(label, a));
        vm.home = move.datastore().orElse(vm.home);
        vm.host = move.hostOf(vm);
        vm.changes++;
    }

    private void host(String host, Found found) {
        if (!Isolation.connected(site, host)) {
            found.add(Obstacle.Kind.HOST_UNREACHABLE, host, host, "Host " + host + " does not respond");
        } else if (site.host(host).maintenance && host.equals(found.host)) {
            found.add(Obstacle.Kind.HOST_IN_MAINTENANCE, host, "Host " + host + " is in maintenance mode");
        }
    }

    private void storage(Vm vm, Move move, Found found) {
        String target = move.hostOf(vm);
        Map<String, Long> needed = new HashMap<>();
        vm.disks.forEach((label, disk) -> {
            String to = move.datastoreOf(label, disk);
            if (!effects.sees(vm.host, disk.datastore)) {
                found.add(
                        Obstacle.Kind.STORAGE_LOST,
                        label,
                        vm.host,
                        "Disk '" + label + "' lies on datastore '" + disk.datastore + "', which " + vm.host
                                + " cannot reach now");
            }
            if (!effects.sees(target, to)) {
                found.add(
                        Obstacle.Kind.DISK_UNREACHABLE,
                        label,
                        "Virtual disk '" + label + "' is not accessible on the host: it lies on datastore '" + to
                                + "'");
            }
            if (!to.equals(disk.datastore) && site.emptied.contains(to)) {
                found.add(
                        Obstacle.Kind.STORAGE_IN_MAINTENANCE,
                        to,
                        "The operation is not allowed in the current state of the datastore '" + to
                                + "': it is in maintenance mode");
            }
            if (!to.equals(disk.datastore)) {
                needed.merge(to, disk.sizeMib, Long::sum);
            }
        });
        String home = move.datastore().orElse(vm.home);
        if (!home.isEmpty() && !effects.sees(target, home)) {
            found.add(
                    Obstacle.Kind.DISK_UNREACHABLE,
                    "",
                    "The configuration lies on datastore '" + home + "', which is not accessible on the host");
        }
        needed.forEach((store, size) -> {
            if (free(store) < size) {
                found.add(Obstacle.Kind.SPACE, store, "Insufficient disk space on datastore '" + store + "'");
            }
        });
    }

    private void networks(Vm vm, Move move, Found found) {
        vm.adapters.forEach((label, adapter) -> {
            String network = move.networkOf(label, adapter);
            if (adapter.connected && !effects.network(found.host, network)) {
                found.add(
                        Obstacle.Kind.NETWORK_MISSING,
                        label,
                        "Currently connected network interface '" + label + "' uses network '" + network
                                + "', which is not accessible");
            }
        });
    }

    private void running(String vmName, Vm vm, String target, Found found) {
        vm.devices.forEach((label, device) -> device(label, device, vm.host, found));
        if (!vm.cpuAffinity.isEmpty()) {
            found.add(
                    Obstacle.Kind.PROCESSOR_AFFINITY,
                    "CPU",
                    "Virtual machine " + vmName + " has CPU affinity configured");
        }
        if (!vm.latencyLetsMove()) {
            found.add(
                    Obstacle.Kind.LATENCY_SENSITIVE,
                    "latencySensitivity",
                    "Virtual machine " + vmName
                            + " is configured with high latency sensitivity, which is not supported for migration"
                            + " while it runs");
        }
        Capacity capacity = new Capacity(site);
        if (!capacity.fitsCpu(target, vm)) {
            found.add(
                    Obstacle.Kind.PROCESSOR_RESERVATION,
                    "",
                    "The host has " + capacity.freeCpu(target)
                            + " MHz left to reserve, and the virtual machine reserves " + vm.cpu.reservation);
        }
        if (!capacity.fitsMemory(target, vm)) {
            found.add(
                    Obstacle.Kind.MEMORY_RESERVATION,
                    "",
                    "The host has " + capacity.freeMemory(target)
                            + " MB left to reserve, and the virtual machine reserves " + vm.reservedMemory());
        }
        if (!make(vm.host).equals(make(target))) {
            found.add(Obstacle.Kind.PROCESSOR_MAKE, "", "The processors of the hosts are of different makes");
        }
        if (!joined(vm.host, target)) {
            found.add(
                    Obstacle.Kind.NO_VMOTION_NETWORK,
                    "",
                    "The vMotion interfaces of " + vm.host + " and " + target + " do not reach each other");
        }
    }

    private void device(String label, HostDevice device, String source, Found found) {
        if (!device.connected) {
            return;
        }
        switch (device.kind) {
            case PASSTHROUGH ->
                found.add(
                        Obstacle.Kind.PASSTHROUGH,
                        label,
                        "Device '" + label + "' is a PCI passthrough device, which is not supported for migration");
            case DRIVE ->
                found.add(
                        Obstacle.Kind.CONNECTED_DEVICE,
                        label,
                        "Currently connected device '" + label + "' uses a drive of " + source
                                + ", which is not accessible");
            case IMAGE -> {
                if (!effects.sees(found.host, device.datastore())) {
                    found.add(
                            Obstacle.Kind.CONNECTED_DEVICE,
                            label,
                            "Currently connected device '" + label + "' uses backing '" + device.backing
                                    + "', which is not accessible");
                }
            }
        }
    }

    private boolean joined(String one, String other) {
        boolean tagged = site.hosts.values().stream()
                .flatMap(h -> h.vmkernel.values().stream())
                .anyMatch(v -> v.tags.contains(VMOTION));
        String tag = tagged ? VMOTION : "Management";
        Reach reach = new Reach(site);
        return site.host(one).vmkernel.entrySet().stream()
                .filter(v -> v.getValue().tags.contains(tag))
                .anyMatch(v -> reach.peers(one, v.getKey(), other, tag));
    }

    private String make(String host) {
        return site.host(host).processor.model().split("[( ]", 2)[0];
    }

    private long free(String datastore) {
        Datastore found = site.datastores.get(datastore);
        return found == null ? 0 : found.freeMib();
    }

    private void grow(String datastore, long mib) {
        site.datastores.computeIfPresent(
                datastore, (n, d) -> new Datastore(d.device(), d.uuid(), d.type(), d.freeMib() + mib));
    }

    /** Obstacles as they are found, on the way to one host. */
    private static final class Found {

        final String host;
        final List<Obstacle> all = new ArrayList<>();

        Found(String host) {
            this.host = host;
        }

        void add(Obstacle.Kind kind, String subject, String text) {
            add(kind, subject, host, text);
        }

        void add(Obstacle.Kind kind, String subject, String about, String text) {
            all.add(new Obstacle(kind, subject, about, text + "."));
        }
    }
}
