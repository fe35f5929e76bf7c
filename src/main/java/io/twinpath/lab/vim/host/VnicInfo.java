package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Attachment;
import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.site.Ipv4;
import io.twinpath.lab.site.Vmk;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.vim.machine.Networks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The VMkernel interfaces of a host as the API shows them, and the services that they are chosen for. */
final class VnicInfo {

    /** The services of the API, each with the tag that esxcli has for it. */
    static final Map<String, String> TAGS = Map.of(
            "management", "Management",
            "vmotion", "VMotion",
            "faultToleranceLogging", "faultToleranceLogging",
            "vSphereReplication", "vSphereReplication",
            "vSphereReplicationNFC", "vSphereReplicationNFC",
            "vSphereProvisioning", "vSphereProvisioning",
            "vsan", "VSAN",
            "vsanWitness", "VSANWitness");

    private static final long FIRST_PORT = 33_554_443;

    private final HostContext at;

    VnicInfo(HostContext at) {
        this.at = at;
    }

    Listing all() {
        return Listing.of("HostVirtualNic", at.host().vmkernel.keySet().stream().map(this::vnic));
    }

    Data vnic(String name) {
        return Data.of("HostVirtualNic")
                .text("device", name)
                .text("key", key(name))
                .text("portgroup", distributed(name).isPresent() ? "" : at.vmk(name).portGroup)
                .put("spec", spec(name))
                .text("port", "key-vim.host.PortGroup.Port-" + port(name));
    }

    /** The distributed switch that it is connected to, when it is to one. */
    private Optional<DistributedSwitch> distributed(String name) {
        String group = at.vmk(name).portGroup;
        return at.host().switchOf(group).isPresent()
                ? Optional.empty()
                : Attachment.carrier(at.site(), at.name(), group);
    }

    private Data spec(String name) {
        Vmk vmk = at.vmk(name);
        Data spec = Data.of("HostVirtualNicSpec").put("ip", ip(vmk)).text("mac", at.mac(name));
        distributed(name)
                .ifPresent(d -> spec.put(
                        "distributedVirtualPort",
                        Data.of("DistributedVirtualSwitchPortConnection")
                                .text("switchUuid", Networks.uuid(d))
                                .text(
                                        "portgroupKey",
                                        at.world()
                                                .ref(Networks.DISTRIBUTED, vmk.portGroup)
                                                .id())
                                .text("portKey", Long.toString(port(name)))
                                .number("connectionCookie", 1)));
        spec.unset("distributedVirtualPort")
                .filled("portgroup", distributed(name).isPresent() ? "" : vmk.portGroup)
                .number("mtu", vmk.mtu)
                .flag("tsoEnabled", true)
                .text("netStackInstanceKey", vmk.netstack)
                .unset("opaqueNetwork externalId pinnedPnic systemOwned dpuId");
        if (!vmk.gateway.equals("0.0.0.0")) {
            spec.put(
                    "ipRouteSpec",
                    Data.of("HostVirtualNicIpRouteSpec")
                            .put(
                                    "ipRouteConfig",
                                    Data.of("HostIpRouteConfig")
                                            .text("defaultGateway", vmk.gateway)
                                            .unset("gatewayDevice ipV6DefaultGateway ipV6GatewayDevice")));
        }
        return spec.unset("ipRouteSpec");
    }

    /** From 6.5 on an interface listens to routers unless it is told not to (vSphere 6.5 networking guide). */
    private Data ip(Vmk vmk) {
        Data ip = Data.of("HostIpConfig").flag("dhcp", false);
        if (!vmk.ip.isEmpty()) {
            ip.text("ipAddress", vmk.address()).text("subnetMask", Ipv4.text(Ipv4.mask(Ipv4.prefix(vmk.ip))));
        }
        Boolean routers = vmk.routerAdvertisement;
        return ip.unset("ipAddress subnetMask")
                .put(
                        "ipV6Config",
                        Data.of("HostIpConfigIpV6AddressConfiguration")
                                .list(
                                        "ipV6Address",
                                        "HostIpConfigIpV6Address",
                                        vmk.ipv6.stream().map(VnicInfo::six))
                                .flag(
                                        "autoConfigurationEnabled",
                                        routers == null ? at.host().release.atLeast(6, 5) : routers)
                                .flag("dhcpV6Enabled", vmk.dhcpv6));
    }

    private static Data six(String address) {
        int slash = address.indexOf('/');
        return Data.of("HostIpConfigIpV6Address")
                .text("ipAddress", address.substring(0, slash))
                .number("prefixLength", Integer.parseInt(address.substring(slash + 1)))
                .text("origin", "manual")
                .text("dadState", "preferred")
                .unset("lifetime operation");
    }

    /** What {@code virtualNicManagerInfo} shows. */
    Data services() {
        return Data.of("HostVirtualNicManagerInfo")
                .list(
                        "netConfig",
                        "VirtualNicManagerNetConfig",
                        TAGS.keySet().stream().sorted().map(this::service));
    }

    Data service(String type) {
        List<String> selected = at.host().vmkernel.entrySet().stream()
                .filter(v -> v.getValue().tags.contains(String.valueOf(TAGS.get(type))))
                .map(v -> type + "." + key(v.getKey()))
                .toList();
        Stream<Data> candidates =
                at.host().vmkernel.keySet().stream().map(v -> vnic(v).text("key", type + "." + key(v)));
        return Data.of("VirtualNicManagerNetConfig")
                .text("nicType", type)
                .flag("multiSelectAllowed", true)
                .list("candidateVnic", "HostVirtualNic", candidates)
                .texts("selectedVnic", selected);
    }

    static String key(String vmk) {
        return "key-vim.host.VirtualNic-" + vmk;
    }

    static long port(String vmk) {
        return FIRST_PORT + (vmk.matches("vmk[0-9]{1,4}") ? Long.parseLong(vmk.substring(3)) : 0);
    }
}
