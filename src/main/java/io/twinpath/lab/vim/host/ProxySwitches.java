package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.vim.PnicBacking;
import io.twinpath.lab.vim.machine.Networks;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The part of distributed switches that is on a host: what it shows of them, and the ports that it gives them. */
record ProxySwitches(HostContext at) {

    private static final int PORTS = 512;

    Listing all() {
        return Listing.of("HostProxySwitch", mine().map(d -> proxy(d.getKey(), d.getValue())));
    }

    private Stream<Map.Entry<String, DistributedSwitch>> mine() {
        return at.site().distributedSwitches.entrySet().stream()
                .filter(d -> d.getValue().hosts.containsKey(at.name()));
    }

    private Data proxy(String name, DistributedSwitch found) {
        NavigableMap<String, String> ports = ports(found);
        String uuid = Networks.uuid(found);
        Stream<Data> uplinks = IntStream.range(0, found.uplinks.size())
                .mapToObj(i ->
                        Data.of("KeyValue").text("key", Integer.toString(i)).text("value", found.uplinks.get(i)));
        return Data.of("HostProxySwitch")
                .text("dvsUuid", uuid)
                .text("dvsName", name)
                .text("key", "key-vim.host.ProxySwitch-" + uuid)
                .number("numPorts", PORTS)
                .number("configNumPorts", PORTS)
                .number("numPortsAvailable", PORTS - ports.size())
                .list("uplinkPort", "KeyValue", uplinks)
                .number("mtu", found.mtu)
                .texts("pnic", ports.values().stream().map(NetworkInfo::nicKey).toList())
                .put("spec", Data.of("HostProxySwitchSpec").put("backing", PnicBacking.data(found, ports)))
                .unset("hostLag networkReservationSupported nsxtEnabled ensEnabled ensInterruptEnabled transportZones"
                        + " nsxUsedUplinkPort nsxtStatus nsxtStatusDetail ensInfo networkOffloadingEnabled"
                        + " hostUplinkState dpuId");
    }

    private NavigableMap<String, String> ports(DistributedSwitch found) {
        return found.hosts.getOrDefault(at.name(), new TreeMap<>());
    }

    private DistributedSwitch named(String uuid) {
        return mine().map(Map.Entry::getValue)
                .filter(d -> Networks.uuid(d).equals(uuid))
                .findFirst()
                .orElseThrow(() -> Faults.absent(uuid));
    }

    /** The distributed switch of this host that has a port. */
    Optional<DistributedSwitch> holder(String vmnic) {
        return mine().map(Map.Entry::getValue)
                .filter(d -> ports(d).containsValue(vmnic))
                .findFirst();
    }

    /** Lets go of what a change does not name. */
    void release(Element config) {
        DistributedSwitch found = named(config.need("uuid"));
        List<String> kept = PnicBacking.vmnics(backing(config));
        NavigableMap<String, String> ports = new TreeMap<>(ports(found));
        ports.values().removeIf(vmnic -> !kept.contains(vmnic));
        found.hosts.put(at.name(), ports);
    }

    /** Takes what it names. The host is in the switch already: joining is for vCenter. */
    void take(Element config) {
        if (!config.need("changeOperation").equals("edit")) {
            throw Faults.notSupported();
        }
        DistributedSwitch found = named(config.need("uuid"));
        for (String vmnic : PnicBacking.vmnics(backing(config))) {
            boolean elsewhere = holder(vmnic).filter(d -> d != found).isPresent();
            if (at.nic(vmnic).isEmpty()) {
                throw Faults.invalidArgument("config.proxySwitch.spec.backing.pnicSpec.pnicDevice");
            }
            if (elsewhere || at.host().vswitches.values().stream().anyMatch(v -> v.uplinks.contains(vmnic))) {
                throw Faults.inUse("PhysicalNic", vmnic);
            }
        }
        found.hosts.put(at.name(), PnicBacking.ports(found, backing(config)));
    }

    private static Element backing(Element config) {
        return config.required("spec").required("backing");
    }

    /** The name of the port group that an interface is told to use. */
    String group(Element port) {
        return Networks.named(at.world(), port.need("switchUuid"), port.need("portgroupKey"))
                .filter(g -> mine().anyMatch(d -> d.getValue().portGroups.containsKey(g)))
                .orElseThrow(() -> Faults.invalidArgument("config.vnic.spec.distributedVirtualPort"));
    }
}
