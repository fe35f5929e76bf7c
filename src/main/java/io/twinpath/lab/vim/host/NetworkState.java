package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.Teaming;
import io.twinpath.lab.site.VirtualSwitch;
import io.twinpath.lab.site.Vmk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the switches and interfaces of a host are connected, to be put back. */
final class NetworkState {

    private final List<Runnable> steps = new ArrayList<>();

    private NetworkState() {}

    static NetworkState of(HostContext at) {
        NetworkState state = new NetworkState();
        NavigableMap<String, VirtualSwitch> switches = new TreeMap<>(at.host().vswitches);
        NavigableMap<String, Vmk> interfaces = new TreeMap<>(at.host().vmkernel);
        state.steps.add(() -> {
            at.host().vswitches = switches;
            at.host().vmkernel = interfaces;
        });
        switches.values().forEach(state::keep);
        interfaces.values().forEach(state::keep);
        at.site().distributedSwitches.values().forEach(d -> state.keep(d, at.name()));
        return state;
    }

    private void keep(VirtualSwitch vswitch) {
        List<String> uplinks = List.copyOf(vswitch.uplinks);
        Map<String, PortGroup> groups = new LinkedHashMap<>(vswitch.portGroups);
        steps.add(() -> {
            vswitch.uplinks = new ArrayList<>(uplinks);
            vswitch.portGroups = groups;
        });
        keep(vswitch.teaming);
        groups.values().forEach(g -> keep(g.teaming));
        Teaming own = vswitch.teaming;
        int mtu = vswitch.mtu;
        steps.add(() -> {
            vswitch.teaming = own;
            vswitch.mtu = mtu;
        });
    }

    /** Its lists are replaced and never changed. */
    private void keep(Teaming teaming) {
        @Nullable List<String> active = teaming.active;
        @Nullable List<String> standby = teaming.standby;
        steps.add(() -> {
            teaming.active = active;
            teaming.standby = standby;
        });
    }

    private void keep(Vmk vmk) {
        String group = vmk.portGroup;
        String ip = vmk.ip;
        String gateway = vmk.gateway;
        int mtu = vmk.mtu;
        steps.add(() -> {
            vmk.portGroup = group;
            vmk.ip = ip;
            vmk.gateway = gateway;
            vmk.mtu = mtu;
        });
    }

    private void keep(DistributedSwitch found, String host) {
        if (found.hosts.containsKey(host)) {
            NavigableMap<String, String> ports = new TreeMap<>(found.hosts.getOrDefault(host, new TreeMap<>()));
            steps.add(() -> found.hosts.put(host, ports));
        }
    }

    void restore() {
        steps.forEach(Runnable::run);
    }
}
