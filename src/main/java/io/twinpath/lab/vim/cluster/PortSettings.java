package io.twinpath.lab.vim.cluster;

import io.twinpath.lab.site.DistributedPortGroup;
import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.site.Security;
import io.twinpath.lab.site.Teaming;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.soap.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a port group of a distributed switch sets for its ports, in the types of the API and back. */
final class PortSettings {

    private static final int ALL_TAGS = 4095;
    private static final Map<String, String> POLICIES = Map.of(
            "portid", "loadbalance_srcid",
            "iphash", "loadbalance_ip",
            "mac", "loadbalance_srcmac",
            "explicit", "failover_explicit",
            "load", "loadbalance_loadbased");

    private final DistributedSwitch owner;

    PortSettings(DistributedSwitch owner) {
        this.owner = owner;
    }

    /** @param own whether nothing is inherited, as for the switch itself */
    Data data(DistributedPortGroup group, boolean own) {
        Teaming teaming = group.teaming;
        boolean ordered = teaming.active != null || teaming.standby != null;
        return Data.of("VMwareDVSPortSetting")
                .put("blocked", policy("BoolPolicy", !own, Scalar.of(false)))
                .put("vlan", vlan(group.vlan))
                .put(
                        "uplinkTeamingPolicy",
                        Data.of("VmwareUplinkPortTeamingPolicy")
                                .flag("inherited", false)
                                .put(
                                        "policy",
                                        policy(
                                                "StringPolicy",
                                                teaming.loadBalancing == null,
                                                Scalar.of(POLICIES.getOrDefault(
                                                        or(teaming.loadBalancing, "portid"), "loadbalance_srcid"))))
                                .put("reversePolicy", policy("BoolPolicy", true, Scalar.of(true)))
                                .put(
                                        "notifySwitches",
                                        policy(
                                                "BoolPolicy",
                                                teaming.notifySwitches == null,
                                                Scalar.of(or(teaming.notifySwitches, true))))
                                .put(
                                        "rollingOrder",
                                        policy(
                                                "BoolPolicy",
                                                teaming.failback == null,
                                                Scalar.of(!or(teaming.failback, true))))
                                .put(
                                        "failureCriteria",
                                        Data.of("DVSFailureCriteria")
                                                .flag("inherited", teaming.failureDetection == null)
                                                .put(
                                                        "checkBeacon",
                                                        policy(
                                                                "BoolPolicy",
                                                                teaming.failureDetection == null,
                                                                Scalar.of(or(teaming.failureDetection, "link")
                                                                        .equals("beacon")))))
                                .put(
                                        "uplinkPortOrder",
                                        Data.of("VMwareUplinkPortOrderPolicy")
                                                .flag("inherited", !ordered)
                                                .texts("activeUplinkPort", or(teaming.active, owner.uplinks))
                                                .texts("standbyUplinkPort", or(teaming.standby, List.of()))))
                .put("securityPolicy", security(group.security))
                .unset("networkResourcePoolKey inShapingPolicy outShapingPolicy vendorSpecificConfig"
                        + " vmDirectPathGen2Allowed filterPolicy qosTag ipfixEnabled txUplink lacpPolicy"
                        + " macManagementPolicy");
    }

    private static Data vlan(int vlan) {
        if (vlan == ALL_TAGS) {
            return Data.of("VmwareDistributedVirtualSwitchTrunkVlanSpec")
                    .flag("inherited", false)
                    .put("vlanId", Data.of("NumericRange").number("start", 0).number("end", ALL_TAGS - 1));
        }
        return Data.of("VmwareDistributedVirtualSwitchVlanIdSpec")
                .flag("inherited", false)
                .number("vlanId", vlan);
    }

    private static Data security(Security security) {
        return Data.of("DVSSecurityPolicy")
                .flag("inherited", false)
                .put("allowPromiscuous", allowed(security.promiscuous))
                .put("macChanges", allowed(security.macChange))
                .put("forgedTransmits", allowed(security.forgedTransmits));
    }

    private static Data allowed(@Nullable Boolean set) {
        return policy("BoolPolicy", set == null, Scalar.of(or(set, false)));
    }

    private static Data policy(String type, boolean inherited, Value value) {
        return Data.of(type).flag("inherited", inherited).put("value", value);
    }

    /** Takes over what a request says about a port group. */
    DistributedPortGroup group(DistributedPortGroup group, Element spec) {
        spec.number("numPorts").ifPresent(n -> group.ports = n);
        spec.child("defaultPortConfig").ifPresent(s -> settings(group, s));
        return group;
    }

    private void settings(DistributedPortGroup group, Element sent) {
        sent.child("vlan").ifPresent(v -> group.vlan = vlan(v));
        sent.child("uplinkTeamingPolicy").ifPresent(t -> teaming(group.teaming, t));
        sent.child("securityPolicy").ifPresent(s -> {
            set(s, "allowPromiscuous").ifPresent(f -> group.security.promiscuous = f);
            set(s, "macChanges").ifPresent(f -> group.security.macChange = f);
            set(s, "forgedTransmits").ifPresent(f -> group.security.forgedTransmits = f);
        });
    }

    private static int vlan(Element sent) {
        if (sent.type().equals("VmwareDistributedVirtualSwitchTrunkVlanSpec")) {
            return ALL_TAGS;
        }
        int vlan = sent.number("vlanId").orElse(0);
        if (vlan < 0 || vlan >= ALL_TAGS) {
            throw Faults.invalidArgument("spec.defaultPortConfig.vlan.vlanId");
        }
        return vlan;
    }

    private void teaming(Teaming teaming, Element sent) {
        sent.text("policy", "value")
                .ifPresent(p -> teaming.loadBalancing = POLICIES.entrySet().stream()
                        .filter(e -> e.getValue().equals(p))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow(
                                () -> Faults.invalidArgument("spec.defaultPortConfig.uplinkTeamingPolicy.policy")));
        set(sent, "notifySwitches").ifPresent(f -> teaming.notifySwitches = f);
        set(sent, "rollingOrder").ifPresent(f -> teaming.failback = !f);
        sent.flag("failureCriteria", "checkBeacon", "value")
                .ifPresent(f -> teaming.failureDetection = f ? "beacon" : "link");
        sent.child("uplinkPortOrder").ifPresent(order -> {
            List<String> active = order.texts("activeUplinkPort");
            List<String> standby = order.texts("standbyUplinkPort");
            if (!owner.uplinks.containsAll(active)
                    || !owner.uplinks.containsAll(standby)
                    || active.stream().anyMatch(standby::contains)) {
                throw Faults.invalidArgument("spec.defaultPortConfig.uplinkTeamingPolicy.uplinkPortOrder");
            }
            teaming.active = active;
            teaming.standby = standby;
        });
    }

    private static Optional<Boolean> set(Element in, String field) {
        return in.flag(field, "value");
    }

    private static <T> T or(@Nullable T set, T fallback) {
        return set == null ? fallback : set;
    }
}
