package io.twinpath.lab.site;

import io.twinpath.diag.Diagnostics;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Looks for contradictions in a site that has the right shape: names that nothing bears, values out of range. */
final class SiteCheck {

    private final String source;
    private final Site site;
    private final Diagnostics found;

    SiteCheck(String source, Site site, Diagnostics found) {
        this.source = source;
        this.site = site;
        this.found = found;
    }

    void run() {
        site.networks.forEach((n, v) -> require(
                "networks." + n, Ipv4.prefix(v.subnet()) >= 0 && Ipv4.valid(Ipv4.network(v.subnet())), "not a subnet"));
        site.switches.forEach((n, v) ->
                v.networks.forEach(w -> known("switches." + n + ".networks", "network", w, site.networks.keySet())));
        site.trunks.forEach(this::trunk);
        site.arrays.forEach(this::array);
        site.hosts.forEach(this::host);
        site.emptied.forEach(n -> known("emptied", "datastore", n, site.datastores.keySet()));
        site.datastores.forEach((n, v) -> known("datastores." + n + ".device", "disk", v.device(), devices()));
        new MachineCheck(this, site).run();
        require("client", site.client.isEmpty() || Ipv4.valid(site.client), "not an IPv4 address: " + site.client);
        site.routers.forEach(r -> require("routers", Ipv4.valid(r), "not an IPv4 address: " + r));
        for (String failed : site.failed) {
            found.addAll(Components.parse(site, failed).diagnostics());
        }
    }

    private void trunk(Trunk trunk) {
        trunk.between().forEach(s -> known("trunks", "switch", s, site.switches.keySet()));
        trunk.networks().forEach(n -> known("trunks", "network", n, site.networks.keySet()));
    }

    private void array(String name, StorageArray array) {
        String key = "arrays." + name;
        require(key + ".target", array.target.startsWith("iqn."), "an IQN is needed");
        for (Portal portal : array.portals) {
            require(key + ".portals", Ipv4.valid(portal.ip()), "not an IPv4 address: " + portal.ip());
            known(key + ".portals", "switch", portal.attached(), site.switches.keySet());
        }
    }

    private void host(String name, Host host) {
        String key = "hosts." + name;
        require(key, name.matches("[A-Za-z0-9][A-Za-z0-9.-]*"), "not a host name");
        host.cards.forEach((slot, card) -> {
            known(key + ".cards", "slot", slot, host.slots.keySet());
            known(key + ".cards." + slot + ".model", "card model", card.model, CardModel.ids());
        });
        host.slots.forEach((slot, pci) -> require(
                key + ".slots." + slot, pci.matches("[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}"), "write it as 0000:05:00"));
        cables(key + ".cables", host, host.cables);
        cables(key + ".planned_cables", host, host.plannedCables);
        vmkernel(key, host);
        host.routes.forEach(r -> require(key + ".routes", r.fits(), "not a route: " + r));
        host.firewall.rulesets.forEach((ruleset, r) -> {
            known(key + ".firewall.rulesets", "ruleset", ruleset, Rulesets.names());
            r.allowedIps.forEach(ip -> require(
                    key + ".firewall.rulesets." + ruleset,
                    Inet.address(ip) || Inet.network(ip),
                    "not an address: " + ip));
        });
        Set<String> portGroups = new HashSet<>();
        host.vswitches.values().stream()
                .flatMap(v -> v.portGroups.keySet().stream())
                .filter(p -> !portGroups.add(p))
                .forEach(p -> require(key + ".vswitches", false, "port group \"" + p + "\" is there twice"));
    }

    private void cables(String key, Host host, Map<String, Cable> cables) {
        cables.forEach((socket, cable) -> {
            known(key, "slot", socket.substring(0, Math.max(0, socket.indexOf('/'))), host.slots.keySet());
            known(key + "." + socket, "switch", cable.attached(), site.switches.keySet());
        });
    }

    private void vmkernel(String key, Host host) {
        host.vmkernel.forEach((name, vmk) -> {
            String at = key + ".vmkernel." + name;
            require(
                    at + ".port_group",
                    host.switchOf(vmk.portGroup).isPresent()
                            || site.distributedSwitches.values().stream()
                                    .anyMatch(d -> d.portGroups.containsKey(vmk.portGroup)),
                    "no such port group: " + vmk.portGroup);
            require(
                    at + ".ip",
                    vmk.ip.isEmpty() || (Ipv4.prefix(vmk.ip) >= 0 && Ipv4.valid(vmk.address())),
                    "write it as 10.20.0.113/24");
        });
        host.iscsi.bound.forEach(b -> known(key + ".iscsi.bound", "VMkernel interface", b, host.vmkernel.keySet()));
        host.iscsi.sendTargets.forEach(
                t -> require(key + ".iscsi.send_targets", Ipv4Port.valid(t), "write it as 10.20.0.11:3260"));
    }

    private Set<String> devices() {
        Set<String> devices = new HashSet<>();
        site.arrays.values().forEach(a -> a.luns.forEach(d -> devices.add(d.device())));
        site.hosts.values().forEach(h -> h.localDisks.forEach(d -> devices.add(d.device())));
        return devices;
    }

    void known(String key, String what, String name, Collection<String> names) {
        require(key, names.contains(name), "no " + what + " is named \"" + name + "\"");
    }

    void require(String key, boolean holds, String why) {
        if (!holds) {
            found.add(LabProblem.inconsistent(source, key, why));
        }
    }
}
