package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Nic;
import io.twinpath.lab.site.NicSettings;
import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.VirtualSwitch;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The network of a host, as {@code config.network} and {@code networkInfo} show it. */
final class NetworkInfo {

    private static final int HOST_PORTS = 5376;

    private final HostContext at;

    NetworkInfo(HostContext at) {
        this.at = at;
    }

    Data data() {
        IpInfo ip = new IpInfo(at);
        return Data.of("HostNetworkInfo")
                .lazy("vswitch", this::switches)
                .lazy("proxySwitch", () -> new ProxySwitches(at).all())
                .lazy("portgroup", this::portGroups)
                .lazy("pnic", this::pnics)
                .lazy("vnic", () -> new VnicInfo(at).all())
                .list("consoleVnic", "HostVirtualNic", Stream.empty())
                .lazy("dnsConfig", () -> ip.dns(IpInfo.DEFAULT))
                .lazy("ipRouteConfig", () -> ip.gateway(IpInfo.DEFAULT))
                .lazy("routeTableInfo", () -> ip.routes(IpInfo.DEFAULT))
                .flag("ipV6Enabled", true)
                .flag("atBootIpV6Enabled", true)
                .lazy("netStackInstance", ip::stacks)
                .unset(
                        "consoleIpRouteConfig dhcp nat rdmaDevice opaqueSwitch opaqueNetwork nsxTransportNodeId nvdsToVdsMigrationRequired"
                                + " migrationStatus");
    }

    private Listing switches() {
        return Listing.of(
                "HostVirtualSwitch", at.host().vswitches.entrySet().stream().map(this::vswitch));
    }

    private Data vswitch(Map.Entry<String, VirtualSwitch> entry) {
        VirtualSwitch vswitch = entry.getValue();
        int used = 1 + 2 * vswitch.uplinks.size();
        return Data.of("HostVirtualSwitch")
                .text("name", entry.getKey())
                .text("key", "key-vim.host.VirtualSwitch-" + entry.getKey())
                .number("numPorts", HOST_PORTS)
                .number("numPortsAvailable", HOST_PORTS - used)
                .number("mtu", vswitch.mtu)
                .texts(
                        "portgroup",
                        vswitch.portGroups.keySet().stream()
                                .map(NetworkInfo::groupKey)
                                .toList())
                .texts(
                        "pnic",
                        vswitch.uplinks.stream()
                                .filter(u -> at.nic(u).isPresent())
                                .map(NetworkInfo::nicKey)
                                .toList())
                .put("spec", spec(vswitch));
    }

    private static Data spec(VirtualSwitch vswitch) {
        Data spec = Data.of("HostVirtualSwitchSpec").number("numPorts", vswitch.ports);
        if (vswitch.uplinks.isEmpty()) {
            spec.unset("bridge");
        } else {
            spec.put("bridge", bridge(vswitch));
        }
        return spec.put("policy", Policies.ofSwitch(vswitch)).number("mtu", vswitch.mtu);
    }

    private static Data bridge(VirtualSwitch vswitch) {
        return Data.of("HostVirtualSwitchBondBridge")
                .texts("nicDevice", vswitch.uplinks)
                .put("beacon", Data.of("HostVirtualSwitchBeaconConfig").number("interval", 1))
                .put(
                        "linkDiscoveryProtocolConfig",
                        Data.of("LinkDiscoveryProtocolConfig")
                                .text("protocol", "cdp")
                                .text("operation", vswitch.cdp.equals("down") ? "none" : vswitch.cdp));
    }

    private Listing portGroups() {
        return Listing.of(
                "HostPortGroup",
                at.host().vswitches.entrySet().stream()
                        .flatMap(v -> v.getValue().portGroups.entrySet().stream()
                                .map(p -> portGroup(v.getKey(), v.getValue(), p.getKey(), p.getValue()))));
    }

    private Data portGroup(String switchName, VirtualSwitch vswitch, String name, PortGroup group) {
        return Data.of("HostPortGroup")
                .text("key", groupKey(name))
                .list("port", "HostPortGroupPort", ports(name))
                .text("vswitch", "key-vim.host.VirtualSwitch-" + switchName)
                .put("computedPolicy", Policies.computed(vswitch, group))
                .put(
                        "spec",
                        Data.of("HostPortGroupSpec")
                                .text("name", name)
                                .number("vlanId", group.vlan)
                                .text("vswitchName", switchName)
                                .put("policy", Policies.own(vswitch, group)))
                .unset("linkDiscoveryProtocolConfig");
    }

    private Stream<Data> ports(String group) {
        return at.host().vmkernel.entrySet().stream()
                .filter(v -> v.getValue().portGroup.equals(group))
                .map(v -> Data.of("HostPortGroupPort")
                        .text("key", "key-vim.host.PortGroup.Port-" + VnicInfo.port(v.getKey()))
                        .texts("mac", List.of(at.mac(v.getKey())))
                        .text("type", "host"));
    }

    private Listing pnics() {
        return Listing.of("PhysicalNic", at.nics().stream().map(this::pnic));
    }

    private Data pnic(Nic nic) {
        NicSettings settings =
                Optional.ofNullable(at.host().nics.get(nic.name())).orElseGet(NicSettings::new);
        boolean manual = !settings.autoNegotiate && settings.speed > 0;
        int speed = manual ? settings.speed : nic.model().speed();
        Data spec = Data.of("PhysicalNicSpec").unset("ip");
        if (manual) {
            spec.put("linkSpeed", speed(settings.speed, settings.fullDuplex));
        }
        Data data = Data.of("PhysicalNic")
                .text("key", nicKey(nic.name()))
                .text("device", nic.name())
                .text("pci", nic.address())
                .text("driver", nic.driver());
        if (at.host().release.atLeast(8, 0)) {
            data.text("driverVersion", "1.0.86.0").text("firmwareVersion", "7.15.97");
        }
        if (at.linked(nic)) {
            data.put("linkSpeed", speed(speed, settings.fullDuplex));
        }
        return data.list(
                        "validLinkSpecification",
                        "PhysicalNicLinkInfo",
                        mbits(nic).mapToObj(s -> speed(s, true)))
                .put("spec", spec.unset("linkSpeed enableEnhancedNetworkingStack ensInterruptEnabled"))
                .flag("wakeOnLanSupported", nic.model().speed() <= 1000)
                .text("mac", nic.mac())
                .unset("linkSpeed driverVersion firmwareVersion fcoeConfiguration")
                .flag("vmDirectPathGen2Supported", false)
                .text("vmDirectPathGen2SupportedMode", "upt")
                .flag("resourcePoolSchedulerAllowed", true)
                .flag("autoNegotiateSupported", true)
                .unset("resourcePoolSchedulerDisallowedReason enhancedNetworkingStackSupported ensInterruptSupported"
                        + " rdmaDevice dpuId");
    }

    /** The speeds that a port can be set to, in Mb/s. */
    static IntStream mbits(Nic nic) {
        return IntStream.of(10, 100, 1_000, 10_000).filter(s -> nic.model().speed() > 1_000 ? s >= 1_000 : s <= 1_000);
    }

    private static Data speed(int mbits, boolean full) {
        return Data.of("PhysicalNicLinkInfo").number("speedMb", mbits).flag("duplex", full);
    }

    static String nicKey(String vmnic) {
        return "key-vim.host.PhysicalNic-" + vmnic;
    }

    static String groupKey(String group) {
        return "key-vim.host.PortGroup-" + group;
    }
}
