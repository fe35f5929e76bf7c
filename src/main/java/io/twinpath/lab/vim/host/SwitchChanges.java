package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.VirtualSwitch;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of standard switches and their port groups, by the rules of the API. */
final class SwitchChanges {

    private static final int LEAST_MTU = 1280;
    private static final int MOST_MTU = 9000;
    private static final int MOST_VLAN = 4095;
    private static final int LONGEST_SWITCH = 32;
    private static final int LONGEST_GROUP = 80;

    private final HostContext at;

    SwitchChanges(HostContext at) {
        this.at = at;
    }

    void add(String name, Optional<Element> spec) {
        if (at.host().vswitches.containsKey(name)) {
            throw Faults.alreadyExists(name);
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*") || name.length() >= LONGEST_SWITCH) {
            throw Faults.invalidArgument("vswitchName");
        }
        VirtualSwitch made = new VirtualSwitch();
        spec.ifPresent(s -> change(name, made, s));
        at.host().vswitches.put(name, made);
    }

    void update(String name, Element spec) {
        change(name, at.vswitch(name), spec);
    }

    /** Lets go of the uplinks that a change does not name, so that another switch can take them in the same call. */
    void release(Element config) {
        VirtualSwitch vswitch = at.vswitch(config.need("name"));
        List<String> kept =
                config.at("spec", "bridge").map(b -> b.texts("nicDevice")).orElse(List.of());
        vswitch.uplinks.stream().filter(u -> !kept.contains(u)).toList().forEach(vswitch::removeUplink);
    }

    /**
     * A specification without a bridge is one without uplinks. A policy that is left out stays; one that is sent counts
     * whole.
     */
    private void change(String name, VirtualSwitch vswitch, Element spec) {
        int ports = spec.number("numPorts").orElseThrow(() -> Faults.invalidRequest("numPorts is missing"));
        int mtu = spec.number("mtu").orElse(vswitch.mtu);
        if (mtu < LEAST_MTU || mtu > MOST_MTU || ports < 0) {
            throw Faults.invalidArgument(ports < 0 ? "spec.numPorts" : "spec.mtu");
        }
        VirtualSwitch next = new VirtualSwitch();
        next.uplinks = uplinks(name, spec);
        next.teaming = vswitch.teaming;
        next.security = vswitch.security;
        next.shaping = vswitch.shaping;
        boolean beacon = spec.at("bridge", "beacon").isPresent();
        spec.child("policy").ifPresent(p -> PolicyChange.onSwitch(next, p, beacon));
        vswitch.uplinks.stream().filter(u -> !next.uplinks.contains(u)).toList().forEach(vswitch::removeUplink);
        vswitch.uplinks = next.uplinks;
        vswitch.teaming = next.teaming;
        vswitch.security = next.security;
        vswitch.shaping = next.shaping;
        vswitch.ports = ports == 0 ? vswitch.ports : ports;
        vswitch.mtu = mtu;
        spec.text("bridge", "linkDiscoveryProtocolConfig", "operation")
                .ifPresent(o -> vswitch.cdp = o.equals("none") ? "down" : o);
    }

    private List<String> uplinks(String name, Element spec) {
        Optional<Element> bridge = spec.child("bridge");
        List<String> nics = bridge.map(b -> b.texts("nicDevice")).orElse(List.of());
        if (bridge.isPresent()
                && (nics.isEmpty() || !bridge.orElseThrow().type().equals("HostVirtualSwitchBondBridge"))) {
            throw Faults.invalidArgument("spec.bridge");
        }
        List<String> uplinks = new ArrayList<>();
        for (String nic : nics) {
            String device = nic.replace("key-vim.host.PhysicalNic-", "");
            boolean had = Optional.ofNullable(at.host().vswitches.get(name))
                    .filter(v -> v.uplinks.contains(device))
                    .isPresent();
            if (uplinks.contains(device) || (!had && at.nic(device).isEmpty())) {
                throw Faults.invalidArgument("spec.bridge.nicDevice");
            }
            boolean elsewhere = new ProxySwitches(at).holder(device).isPresent()
                    || at.host().vswitches.entrySet().stream()
                            .anyMatch(v -> !v.getKey().equals(name)
                                    && v.getValue().uplinks.contains(device));
            if (elsewhere) {
                throw Faults.inUse("PhysicalNic", device);
            }
            uplinks.add(device);
        }
        return uplinks;
    }

    void remove(String name) {
        VirtualSwitch vswitch = at.vswitch(name);
        if (at.host().vmkernel.values().stream().anyMatch(v -> vswitch.portGroups.containsKey(v.portGroup))) {
            throw Faults.inUse("VirtualSwitch", name);
        }
        at.host().vswitches.remove(name);
    }

    void addGroup(Element spec) {
        String name = spec.need("name");
        VirtualSwitch vswitch = at.vswitch(spec.need("vswitchName"));
        if (at.host().switchOf(name).isPresent()) {
            throw Faults.alreadyExists(name);
        }
        if (name.isBlank() || name.length() > LONGEST_GROUP) {
            throw Faults.invalidArgument("portgrp.name");
        }
        PortGroup made = new PortGroup();
        change(vswitch, made, spec);
        vswitch.portGroups.put(name, made);
    }

    /** Also renames it, and moves it to another switch; who is in it moves along. */
    void updateGroup(String name, Element spec) {
        VirtualSwitch from = at.host().switchOf(name).orElseThrow(() -> Faults.absent(name));
        String next = spec.need("name");
        VirtualSwitch to = at.vswitch(spec.need("vswitchName"));
        if (!next.equals(name) && at.host().switchOf(next).isPresent()) {
            throw Faults.alreadyExists(next);
        }
        PortGroup group = Optional.ofNullable(from.portGroups.get(name)).orElseThrow();
        change(to, group, spec);
        if (!next.equals(name) || from != to) {
            from.portGroups.remove(name);
            to.portGroups.put(next, group);
            at.host().vmkernel.values().stream()
                    .filter(v -> v.portGroup.equals(name))
                    .forEach(v -> v.portGroup = next);
        }
    }

    private static void change(VirtualSwitch vswitch, PortGroup group, Element spec) {
        int vlan = spec.number("vlanId").orElseThrow(() -> Faults.invalidRequest("vlanId is missing"));
        if (vlan < 0 || vlan > MOST_VLAN) {
            throw Faults.invalidArgument("portgrp.vlanId");
        }
        PolicyChange.onPortGroup(vswitch, group, spec.required("policy"));
        group.vlan = vlan;
    }

    void removeGroup(String name) {
        VirtualSwitch vswitch = at.host().switchOf(name).orElseThrow(() -> Faults.absent(name));
        boolean vmk = at.host().vmkernel.values().stream().anyMatch(v -> v.portGroup.equals(name));
        boolean machine = at.site().vms.values().stream()
                .filter(v -> v.host.equals(at.name()) && v.started())
                .flatMap(v -> v.adapters.values().stream())
                .anyMatch(a -> a.network.equals(name));
        if (vmk || machine) {
            throw Faults.inUse("PortGroup", name);
        }
        vswitch.portGroups.remove(name);
    }
}
