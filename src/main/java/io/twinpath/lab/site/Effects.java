package io.twinpath.lab.site;

import java.util.List;
import java.util.Optional;

/** What the state of the parts means for devices and virtual machines. */
public final class Effects {

    /** What a virtual machine does. */
    public enum VmState {
        RUNNING,
        /** On, but a disk of it cannot be reached: it hangs. */
        STALLED,
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

    public VmState vm(String vmName) {
        Vm vm = Optional.ofNullable(site.vms.get(vmName)).orElseThrow();
        if (!vm.on || !new Links(site).alive(vm.host, site.host(vm.host))) {
            return VmState.OFF;
        }
        boolean whole = devices(vm).stream().allMatch(d -> reachable(vm.host, d));
        return whole ? VmState.RUNNING : VmState.STALLED;
    }

    private List<String> devices(Vm vm) {
        return vm.disks.stream()
                .flatMap(d -> Optional.ofNullable(site.datastores.get(d)).stream())
                .map(Datastore::device)
                .distinct()
                .toList();
    }
}
