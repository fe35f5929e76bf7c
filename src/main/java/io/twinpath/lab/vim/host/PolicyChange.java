package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.Security;
import io.twinpath.lab.site.Shaping;
import io.twinpath.lab.site.Teaming;
import io.twinpath.lab.site.VirtualSwitch;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over a network policy that a client sent. What a switch is not told goes back to the server's default, what a port
 * group is not told it inherits: for both, what is left out does not stay as it was.
 */
final class PolicyChange {

    private PolicyChange() {}

    /** @param beacon whether the switch sends beacons, without which none can be looked for */
    static void onSwitch(VirtualSwitch vswitch, Element policy, boolean beacon) {
        Teaming teaming = teaming(policy, vswitch.uplinks, beacon);
        Shaping shaping = shaping(policy).orElseGet(Shaping::new);
        vswitch.security = security(policy);
        vswitch.teaming = teaming;
        vswitch.shaping = shaping;
    }

    static void onPortGroup(VirtualSwitch vswitch, PortGroup group, Element policy) {
        Teaming teaming = teaming(policy, vswitch.uplinks, true);
        group.security = security(policy);
        group.teaming = teaming;
        group.shaping = shaping(policy).orElse(null);
    }

    private static Security security(Element policy) {
        Security security = new Security();
        security.promiscuous = policy.flag("security", "allowPromiscuous").orElse(null);
        security.macChange = policy.flag("security", "macChanges").orElse(null);
        security.forgedTransmits = policy.flag("security", "forgedTransmits").orElse(null);
        return security;
    }

    private static Teaming teaming(Element policy, List<String> uplinks, boolean beacon) {
        Teaming teaming = new Teaming();
        policy.text("nicTeaming", "policy").ifPresent(p -> teaming.loadBalancing = balancing(p));
        policy.flag("nicTeaming", "notifySwitches").ifPresent(n -> teaming.notifySwitches = n);
        policy.flag("nicTeaming", "rollingOrder").ifPresent(r -> teaming.failback = !r);
        Optional<Boolean> check = policy.flag("nicTeaming", "failureCriteria", "checkBeacon");
        if (check.orElse(false) && !beacon) {
            throw Faults.invalidArgument("");
        }
        check.ifPresent(c -> teaming.failureDetection = c ? "beacon" : "link");
        policy.at("nicTeaming", "nicOrder").ifPresent(order -> {
            teaming.active = order.texts("activeNic");
            teaming.standby = order.texts("standbyNic");
            check(teaming.active, teaming.standby, uplinks);
        });
        return teaming;
    }

    /** Each NIC once, and only those that the switch has. The server does not say which one is wrong. */
    private static void check(List<String> active, List<String> standby, List<String> uplinks) {
        Set<String> seen = new HashSet<>();
        for (List<String> list : List.of(active, standby)) {
            for (String nic : list) {
                if (!seen.add(nic) || !uplinks.contains(nic)) {
                    throw Faults.invalidArgument("");
                }
            }
        }
    }

    private static Optional<Shaping> shaping(Element policy) {
        return policy.flag("shapingPolicy", "enabled").map(enabled -> {
            Shaping shaping = new Shaping();
            shaping.enabled = enabled;
            shaping.average = rate(policy, "averageBandwidth", 1_000);
            shaping.peak = rate(policy, "peakBandwidth", 1_000);
            shaping.burst = rate(policy, "burstSize", 1_024);
            if (enabled && (shaping.average < 0 || shaping.peak < 0 || shaping.burst < 0)) {
                throw Faults.invalidArgument("");
            }
            return shaping;
        });
    }

    private static int rate(Element policy, String field, int unit) {
        return policy.large("shapingPolicy", field).map(r -> (int) (r / unit)).orElse(-1);
    }

    private static String balancing(String policy) {
        return switch (policy) {
            case "loadbalance_ip" -> "iphash";
            case "loadbalance_srcmac" -> "mac";
            case "loadbalance_srcid" -> "portid";
            case "failover_explicit" -> "explicit";
            default -> throw Faults.invalidArgument("");
        };
    }
}
