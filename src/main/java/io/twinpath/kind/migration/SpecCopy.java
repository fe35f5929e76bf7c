package io.twinpath.kind.migration;

import io.twinpath.driver.vim.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies specifications that were read, so that they can be sent back whole: field by field in the order of their types, each
 * with the type that the schema gives it, which a server leaves out of its answers. What is not listed is not sent back; those
 * are fields that a server shows and does not take.
 */
final class SpecCopy {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry(
                    "HostVirtualSwitchSpec",
                    "numPorts:int bridge:HostVirtualSwitchBondBridge policy:HostNetworkPolicy mtu:int"),
            Map.entry(
                    "HostVirtualSwitchBondBridge",
                    "nicDevice:string beacon:HostVirtualSwitchBeaconConfig"
                            + " linkDiscoveryProtocolConfig:LinkDiscoveryProtocolConfig"),
            Map.entry("HostVirtualSwitchBeaconConfig", "interval:int"),
            Map.entry("LinkDiscoveryProtocolConfig", "protocol:string operation:string"),
            Map.entry(
                    "HostNetworkPolicy",
                    "security:HostNetworkSecurityPolicy nicTeaming:HostNicTeamingPolicy"
                            + " offloadPolicy:HostNetOffloadCapabilities shapingPolicy:HostNetworkTrafficShapingPolicy"),
            Map.entry(
                    "HostNetworkSecurityPolicy", "allowPromiscuous:boolean macChanges:boolean forgedTransmits:boolean"),
            Map.entry(
                    "HostNicTeamingPolicy",
                    "policy:string reversePolicy:boolean notifySwitches:boolean rollingOrder:boolean"
                            + " failureCriteria:HostNicFailureCriteria nicOrder:HostNicOrderPolicy"),
            Map.entry(
                    "HostNicFailureCriteria",
                    "checkSpeed:string speed:int checkDuplex:boolean fullDuplex:boolean checkErrorPercent:boolean"
                            + " percentage:int checkBeacon:boolean"),
            Map.entry("HostNicOrderPolicy", "activeNic:string standbyNic:string"),
            Map.entry("HostNetOffloadCapabilities", "csumOffload:boolean tcpSegmentation:boolean zeroCopyXmit:boolean"),
            Map.entry(
                    "HostNetworkTrafficShapingPolicy",
                    "enabled:boolean averageBandwidth:long peakBandwidth:long burstSize:long"),
            Map.entry(
                    "HostVirtualNicSpec",
                    "ip:HostIpConfig mac:string distributedVirtualPort:DistributedVirtualSwitchPortConnection"
                            + " portgroup:string mtu:int tsoEnabled:boolean netStackInstanceKey:string"
                            + " externalId:string pinnedPnic:string ipRouteSpec:HostVirtualNicIpRouteSpec"
                            + " systemOwned:boolean"),
            Map.entry("DistributedVirtualSwitchPortConnection", "switchUuid:string portgroupKey:string"),
            Map.entry("HostIpConfig", "dhcp:boolean ipAddress:string subnetMask:string"),
            Map.entry("HostVirtualNicIpRouteSpec", "ipRouteConfig:HostIpRouteConfig"),
            Map.entry(
                    "HostIpRouteConfig",
                    "defaultGateway:string gatewayDevice:string ipV6DefaultGateway:string ipV6GatewayDevice:string"));

    private SpecCopy() {}

    /** Empty when it is of another sort than the one that is known here. */
    static Optional<Node> of(Node read, String type) {
        if (!read.type().isEmpty() && !read.type().equals(type)) {
            return Optional.empty();
        }
        List<Node> fields = new ArrayList<>();
        for (String field : fields(type)) {
            String name = field.substring(0, field.indexOf(':'));
            String of = field.substring(field.indexOf(':') + 1);
            for (Node given : read.all(name)) {
                if (!TYPES.containsKey(of)) {
                    fields.add(Node.plain(name, of, given.text().orElse("")));
                    continue;
                }
                Optional<Node> copied = of(given, of);
                if (copied.isEmpty()) {
                    return Optional.empty();
                }
                fields.add(copied.orElseThrow());
            }
        }
        return Optional.of(Node.object(read.name(), type, fields));
    }

    /** The same with one field other than it was; without it when there is nothing. In its place in either case. */
    static Node with(Node copy, String name, List<Node> values) {
        List<Node> fields = new ArrayList<>();
        for (String field : fields(copy.type())) {
            String each = field.substring(0, field.indexOf(':'));
            fields.addAll(each.equals(name) ? values : copy.all(each));
        }
        return Node.object(copy.name(), copy.type(), fields);
    }

    private static List<String> fields(String type) {
        return List.of(Optional.ofNullable(TYPES.get(type)).orElseThrow().split(" "));
    }
}
