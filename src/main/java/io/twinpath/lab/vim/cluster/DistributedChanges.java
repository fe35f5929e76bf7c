package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.site.Hardware;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.vim.PnicBacking;
import io.twinpath.lab.vim.World;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Changes a distributed switch: its uplinks and size of frames, and which hosts take part with which ports. */
final class DistributedChanges {

    private static final int LEAST_MTU = 1280;
    private static final int MOST_MTU = 9190;

    private final World world;
    private final DistributedSwitch found;

    DistributedChanges(World world, DistributedSwitch found) {
        this.world = world;
        this.found = found;
    }

    void apply(Element spec) {
        spec.text("configVersion")
                .filter(v -> !v.equals(DistributedSwitchObject.version(found.changes)))
                .ifPresent(v -> {
                    throw Faults.of(
                            "ConcurrentAccess",
                            "The operation cannot be completed because the object was modified by another request.");
                });
        spec.number("maxMtu").filter(m -> m < LEAST_MTU || m > MOST_MTU).ifPresent(m -> {
            throw Faults.invalidArgument("spec.maxMtu");
        });
        List<Element> members = spec.all("host");
        members.forEach(this::check);
        spec.number("maxMtu").ifPresent(m -> found.mtu = m);
        spec.at("uplinkPortPolicy").ifPresent(p -> found.uplinks = new ArrayList<>(p.texts("uplinkPortName")));
        members.forEach(this::member);
        found.changes++;
    }

    private void check(Element member) {
        String host = host(member);
        boolean there = found.hosts.containsKey(host);
        if (member.need("operation").equals("add") == there) {
            throw Faults.invalidArgument("spec.host");
        }
        for (String vmnic : member.child("backing").map(PnicBacking::vmnics).orElse(List.of())) {
            if (Hardware.nic(host, world.host(host), vmnic).isEmpty()) {
                throw Faults.invalidArgument("spec.host.backing.pnicSpec.pnicDevice");
            }
            if (world.host(host).vswitches.values().stream().anyMatch(v -> v.uplinks.contains(vmnic))) {
                throw Faults.inUse("pnic", vmnic);
            }
        }
        if (member.need("operation").equals("remove") && used(host)) {
            throw Faults.inUse("VmwareDistributedVirtualSwitch", host);
        }
    }

    private boolean used(String host) {
        boolean interfaces = world.host(host).vmkernel.values().stream()
                .anyMatch(v -> found.portGroups.containsKey(v.portGroup)
                        && world.host(host).switchOf(v.portGroup).isEmpty());
        return interfaces
                || world.site().vms.values().stream()
                        .filter(v -> v.host.equals(host))
                        .flatMap(v -> v.adapters.values().stream())
                        .anyMatch(a -> found.portGroups.containsKey(a.network));
    }

    private void member(Element member) {
        String host = host(member);
        if (member.need("operation").equals("remove")) {
            found.hosts.remove(host);
            return;
        }
        found.hosts.put(
                host,
                member.child("backing").map(b -> PnicBacking.ports(found, b)).orElseGet(TreeMap::new));
    }

    private String host(Element member) {
        return world.key(member.required("host").ref())
                .filter(world.site().hosts::containsKey)
                .orElseThrow(() -> Faults.invalidArgument("spec.host.host"));
    }

    /** A new switch as a folder of networks is told to make it, with its first hosts. */
    static DistributedSwitch made(World world, Element spec, String uuid) {
        DistributedSwitch made = new DistributedSwitch();
        made.uuid = uuid;
        Element config = spec.required("configSpec");
        made.uplinks = new ArrayList<>(config.child("uplinkPortPolicy")
                .map(p -> p.texts("uplinkPortName"))
                .filter(u -> !u.isEmpty())
                .orElse(List.of("Uplink 1", "Uplink 2", "Uplink 3", "Uplink 4")));
        config.number("maxMtu").ifPresent(m -> made.mtu = m);
        spec.text("productInfo", "version").ifPresent(v -> made.version = v);
        DistributedChanges first = new DistributedChanges(world, made);
        config.all("host").forEach(first::check);
        config.all("host").forEach(first::member);
        return made;
    }
}
