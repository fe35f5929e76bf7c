package io.twinpath.lab.site;

import java.util.List;
import java.util.Optional;

/** What the state of the parts means for devices, datastores and virtual machines. */
public final class Effects {

    /** What a virtual machine does. */
    public enum VmState {
        RUNNING,
        /** Running, and its guest waits for a person. */
        WAITING,
        /** On, but a disk of it cannot be reached: it hangs. */
        STALLED,
        /** It should run, and nothing will start it until a person does or its host comes back. */
        LOST,
        SUSPENDED,
        OFF
    }

    private final Site site;

    public Effects(Site site) {
        this.site = site;
    }

    /** Whether a host sees a device and can reach it. */
    public boolean reachable(String hostName, String device) {
        Host host = site.host(hostName);
        if (host.localDisks.stream().anyMatch(d -> d.device().equals(device))) {
            return true;
        }
        IscsiPaths paths = new IscsiPaths(site, hostName);
        return host.paths.stream().filter(p -> p.device().equals(device)).anyMatch(paths::active);
    }

    /** Whether all paths are down: a device that the host has seen, and now cannot reach. */
    public boolean allPathsDown(String hostName, String device) {
        return site.host(hostName).devices.containsKey(device) && !reachable(hostName, device);
    }

    /** Whether a device is lost for good: its array says so to a host that would get through. */
    public boolean permanentLoss(String hostName, String device) {
        IscsiPaths paths = new IscsiPaths(site, hostName);
        return site.failed(new Component.Lun(device))
                && site.host(hostName).paths.stream()
                        .filter(p -> p.device().equals(device))
                        .anyMatch(paths::answered);
    }

    /** Whether a host runs, has a datastore mounted and gets through to it. */
    public boolean sees(String hostName, String datastore) {
        return knows(hostName, datastore)
                && new Links(site).alive(hostName, site.host(hostName))
                && device(datastore).filter(d -> reachable(hostName, d)).isPresent();
    }

    /** Whether a host has a datastore, within reach or not. */
    public boolean knows(String hostName, String datastore) {
        Host host = site.host(hostName);
        Datastore store = site.datastores.get(datastore);
        return store != null
                && host.devices.containsKey(store.device())
                && !host.volumes.unmounted.contains(store.uuid());
    }

    /** Whether a host has a port group of that name, its own or one of a distributed switch that it is in. */
    public boolean network(String hostName, String network) {
        return site.host(hostName).switchOf(network).isPresent()
                || site.distributedSwitches.values().stream()
                        .anyMatch(d -> d.hosts.containsKey(hostName) && d.portGroups.containsKey(network));
    }

    public VmState vm(String vmName) {
        Vm vm = site.vm(vmName);
        if (!vm.on) {
            return vm.suspended ? VmState.SUSPENDED : VmState.OFF;
        }
        if (vm.lost || !new Links(site).alive(vm.host, site.host(vm.host))) {
            return VmState.LOST;
        }
        if (!unreachable(vm).isEmpty()) {
            return VmState.STALLED;
        }
        return vm.waiting ? VmState.WAITING : VmState.RUNNING;
    }

    /** Whether a machine has a process on its host, which a stalled one has too. */
    public boolean powered(String vmName) {
        Vm vm = site.vm(vmName);
        return vm.started() && new Links(site).alive(vm.host, site.host(vm.host));
    }

    /** The datastores of a machine that its host cannot reach. */
    public List<String> unreachable(Vm vm) {
        return vm.datastores().stream()
                .filter(d -> device(d).filter(n -> !reachable(vm.host, n)).isPresent())
                .toList();
    }

    Optional<String> device(String datastore) {
        return Optional.ofNullable(site.datastores.get(datastore)).map(Datastore::device);
    }
}
