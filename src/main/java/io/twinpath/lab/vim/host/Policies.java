package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Failover;
import io.twinpath.lab.site.FailoverOrder;
import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.Security;
import io.twinpath.lab.site.Shaping;
import io.twinpath.lab.site.Teaming;
import io.twinpath.lab.site.VirtualSwitch;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Scalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Network policies as the API shows them: what is set on a port group, and what counts there. */
final class Policies {

    private static final String TYPE = "HostNetworkPolicy";

    private Policies() {}

    /** All of a switch: there nothing is inherited. */
    static Data ofSwitch(VirtualSwitch vswitch) {
        return whole(vswitch.security, vswitch.security, Failover.of(vswitch), vswitch.shaping);
    }

    /** What counts on a port group. */
    static Data computed(VirtualSwitch vswitch, PortGroup group) {
        Shaping own = group.shaping;
        return whole(
                group.security, vswitch.security, Failover.of(vswitch, group), own == null ? vswitch.shaping : own);
    }

    /** What a port group sets itself. */
    static Data own(VirtualSwitch vswitch, PortGroup group) {
        Shaping shaping = group.shaping;
        return Data.of(TYPE)
                .put(
                        "security",
                        Data.of("HostNetworkSecurityPolicy")
                                .maybe("allowPromiscuous", flag(group.security.promiscuous))
                                .maybe("macChanges", flag(group.security.macChange))
                                .maybe("forgedTransmits", flag(group.security.forgedTransmits)))
                .put("nicTeaming", ownTeaming(group.teaming))
                .put(
                        "offloadPolicy",
                        Data.of("HostNetOffloadCapabilities").unset("csumOffload tcpSegmentation zeroCopyXmit"))
                .put(
                        "shapingPolicy",
                        shaping == null
                                ? Data.of("HostNetworkTrafficShapingPolicy").unset(RATES)
                                : shaping(shaping));
    }

    private static final String RATES = "enabled averageBandwidth peakBandwidth burstSize";

    private static Data whole(Security own, Security base, FailoverOrder order, Shaping shaping) {
        return Data.of(TYPE)
                .put(
                        "security",
                        Data.of("HostNetworkSecurityPolicy")
                                .flag("allowPromiscuous", Security.choose(own.promiscuous, base.promiscuous, false))
                                .flag("macChanges", Security.choose(own.macChange, base.macChange, true))
                                .flag(
                                        "forgedTransmits",
                                        Security.choose(own.forgedTransmits, base.forgedTransmits, true)))
                .put("nicTeaming", teaming(order))
                .put(
                        "offloadPolicy",
                        Data.of("HostNetOffloadCapabilities")
                                .flag("csumOffload", true)
                                .flag("tcpSegmentation", true)
                                .flag("zeroCopyXmit", true))
                .put("shapingPolicy", shaping(shaping));
    }

    private static Data teaming(FailoverOrder order) {
        return Data.of("HostNicTeamingPolicy")
                .text("policy", balancing(order.loadBalancing()))
                .flag("reversePolicy", true)
                .flag("notifySwitches", order.notifySwitches())
                .flag("rollingOrder", !order.failback())
                .put("failureCriteria", criteria(order.failureDetection()))
                .put("nicOrder", order(order.active(), order.standby()));
    }

    private static Data ownTeaming(Teaming own) {
        List<String> active = own.active;
        List<String> standby = own.standby;
        String detection = own.failureDetection;
        String balancing = own.loadBalancing;
        Boolean failback = own.failback;
        Data teaming = Data.of("HostNicTeamingPolicy")
                .maybe("policy", Optional.ofNullable(balancing).map(b -> Scalar.of(balancing(b))))
                .unset("reversePolicy")
                .maybe("notifySwitches", flag(own.notifySwitches))
                .maybe("rollingOrder", Optional.ofNullable(failback).map(f -> Scalar.of(!f)))
                .maybe("failureCriteria", Optional.ofNullable(detection).map(Policies::criteria));
        return active == null
                ? teaming.unset("nicOrder")
                : teaming.put("nicOrder", order(active, standby == null ? List.of() : standby));
    }

    private static Data criteria(String detection) {
        return Data.of("HostNicFailureCriteria")
                .text("checkSpeed", "minimum")
                .number("speed", 10)
                .flag("checkDuplex", false)
                .flag("fullDuplex", false)
                .flag("checkErrorPercent", false)
                .number("percentage", 0)
                .flag("checkBeacon", detection.equals("beacon"));
    }

    private static Data order(List<String> active, List<String> standby) {
        return Data.of("HostNicOrderPolicy").texts("activeNic", active).texts("standbyNic", standby);
    }

    /** The API counts bits and bytes, esxcli thousands of them and of 1,024. */
    private static Data shaping(Shaping shaping) {
        Data policy = Data.of("HostNetworkTrafficShapingPolicy").flag("enabled", shaping.enabled);
        if (shaping.average >= 0) {
            policy.large("averageBandwidth", shaping.average * 1_000L)
                    .large("peakBandwidth", shaping.peak * 1_000L)
                    .large("burstSize", shaping.burst * 1_024L);
        }
        return policy.unset(RATES);
    }

    private static Optional<Scalar> flag(@Nullable Boolean value) {
        return Optional.ofNullable(value).map(Scalar::of);
    }

    private static String balancing(String word) {
        return switch (word) {
            case "iphash" -> "loadbalance_ip";
            case "mac" -> "loadbalance_srcmac";
            case "explicit" -> "failover_explicit";
            default -> "loadbalance_srcid";
        };
    }
}
