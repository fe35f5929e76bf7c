package io.twinpath.kind;

import io.twinpath.driver.vim.Node;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** An {@link ApiHost} with something of everything. */
final class ApiSite {

    private ApiSite() {}

    static ApiHost host() {
        ApiHost host = new ApiHost();
        vswitch(host, "vSwitch0", "vmnic0", "vmnic1");
        vswitch(host, "vSwitch1", "vmnic2");
        host.groups.put("Other", group("Other", Node.object("policy", "HostNetworkPolicy")));
        host.groups.put("Storage", group("Storage", overriding()));
        host.interfaces.put("vmk0", vmk0());
        for (String type : List.of("management", "vmotion", "vsan")) {
            host.selected.put(type, new TreeSet<>());
        }
        ApiHost.require(host.selected.get("vmotion")).add("vmk0");
        host.options.put("Misc.APDTimeout", Node.longNumber("value", 140));
        host.options.put("Net.Small", Node.number("value", 1));
        host.options.put("Config.Text", Node.string("value", ""));
        host.options.put("Syslog.global.logHost", Node.string("value", "udp://10.0.0.5:514"));
        host.options.put("Syslog.global.logDir", Node.string("value", "[] /scratch/log"));
        host.options.put("Syslog.global.defaultRotate", Node.longNumber("value", 8));
        host.services.put("ntpd", ApiHost.service("ntpd", "off", false));
        storage(host);
        names(host);
        return host;
    }

    private static void vswitch(ApiHost host, String name, String... uplinks) {
        Node bridge = Node.build("bridge", "HostVirtualSwitchBondBridge")
                .putAll(List.of(uplinks).stream()
                        .map(u -> Node.string("nicDevice", u))
                        .toList())
                .put(Node.object("beacon", "HostVirtualSwitchBeaconConfig", Node.number("interval", 1)))
                .put(Node.object(
                        "linkDiscoveryProtocolConfig",
                        "LinkDiscoveryProtocolConfig",
                        Node.string("protocol", "cdp"),
                        Node.string("operation", "listen")))
                .end();
        Node spec = Node.object("spec", "HostVirtualSwitchSpec", Node.number("numPorts", 1536), bridge);
        host.switches.put(name, ApiHost.vswitch(name, spec, ApiHost.usual(spec)));
    }

    private static Node group(String name, Node policy) {
        return Node.object(
                "HostPortGroup",
                "HostPortGroup",
                Node.object(
                        "spec",
                        "HostPortGroupSpec",
                        Node.string("name", name),
                        Node.number("vlanId", 0),
                        Node.string("vswitchName", "vSwitch0"),
                        policy));
    }

    private static Node overriding() {
        return Node.object(
                "policy",
                "HostNetworkPolicy",
                Node.object("security", "HostNetworkSecurityPolicy", Node.flag("allowPromiscuous", true)),
                Node.object(
                        "nicTeaming",
                        "HostNicTeamingPolicy",
                        Node.flag("reversePolicy", true),
                        Node.object(
                                "nicOrder",
                                "HostNicOrderPolicy",
                                Node.string("activeNic", "vmnic1"),
                                Node.string("standbyNic", "vmnic0"))));
    }

    private static Node vmk0() {
        Node six = Node.object(
                "ipV6Config",
                "HostIpConfigIpV6AddressConfiguration",
                Node.object(
                        "ipV6Address",
                        "HostIpConfigIpV6Address",
                        Node.string("ipAddress", "2001:db8::1"),
                        Node.number("prefixLength", 64),
                        Node.string("origin", "manual")),
                Node.flag("autoConfigurationEnabled", true),
                Node.flag("dhcpV6Enabled", false));
        return Node.object(
                "HostVirtualNic",
                "HostVirtualNic",
                Node.string("device", "vmk0"),
                Node.string("portgroup", "Storage"),
                Node.object(
                        "spec",
                        "HostVirtualNicSpec",
                        Node.object(
                                "ip",
                                "HostIpConfig",
                                Node.flag("dhcp", false),
                                Node.string("ipAddress", "10.0.0.13"),
                                Node.string("subnetMask", "255.255.255.0"),
                                six),
                        Node.string("mac", "00:50:56:60:00:01"),
                        Node.number("mtu", 4000),
                        Node.flag("tsoEnabled", false),
                        Node.string("netStackInstanceKey", "defaultTcpipStack")));
    }

    private static void storage(ApiHost host) {
        unit(host, "0200naa1", "key-1", "HostMultipathInfoLogicalUnitPolicy", "VMW_PSP_MRU");
        unit(host, "0200naa2", "key-2", "HostMultipathInfoLogicalUnitPolicy", "VMW_PSP_MRU");
        unit(host, "0200eui1", "key-3", "HostMultipathInfoHppLogicalUnitPolicy", "LB-RR");
        host.properties.put(
                "config.storageDevice.scsiLun",
                Node.object(
                        "val",
                        "ArrayOfScsiLun",
                        disk("key-1", "naa.1", "LIO-ORG "),
                        disk("key-2", "naa.2", "DELL    "),
                        disk("key-3", "eui.01", "NVMe    ")));
    }

    private static void unit(ApiHost host, String id, String lun, String type, String policy) {
        host.units.put(
                id,
                Node.object(
                        "HostMultipathInfoLogicalUnit",
                        "HostMultipathInfoLogicalUnit",
                        Node.string("key", "unit-" + id),
                        Node.string("id", id),
                        Node.string("lun", lun),
                        Node.object("path", "HostMultipathInfoPath", Node.string("name", "vmhba64:C0:T0:L1")),
                        Node.object("policy", type, Node.string("policy", policy))));
    }

    private static Node disk(String key, String name, String vendor) {
        return Node.object(
                "ScsiLun",
                "HostScsiDisk",
                Node.string("key", key),
                Node.string("canonicalName", name),
                Node.string("vendor", vendor));
    }

    private static void names(ApiHost host) {
        host.properties.put(
                "config.network.dnsConfig",
                Node.object(
                        "val",
                        "HostDnsConfig",
                        Node.flag("dhcp", false),
                        Node.string("hostName", "esxi3"),
                        Node.string("domainName", "lain.local"),
                        Node.string("address", "10.0.0.1"),
                        Node.string("searchDomain", "lain.local")));
        host.properties.put(
                "config.network.ipRouteConfig",
                Node.build("val", "HostIpRouteConfig")
                        .put(Node.string("defaultGateway", "10.0.0.1"))
                        .put(Node.string("ipV6DefaultGateway", "2001:db8::fe"))
                        .put(Optional.empty())
                        .end());
    }
}
