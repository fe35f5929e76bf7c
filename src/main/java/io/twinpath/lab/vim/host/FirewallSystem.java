package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Firewall;
import io.twinpath.lab.site.Inet;
import io.twinpath.lab.site.Ruleset;
import io.twinpath.lab.site.Rulesets;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The firewall of a host. */
record FirewallSystem(HostContext at) implements HostPart {

    @Override
    public Data properties() {
        return Data.of("HostFirewallSystem")
                .lazy("firewallInfo", () -> info(at))
                .unset("value availableField");
    }

    @Override
    public Methods calls() {
        return Methods.none()
                .does("EnableRuleset", c -> enable(c, true))
                .does("DisableRuleset", c -> enable(c, false))
                .does("UpdateRuleset", this::update)
                .does("UpdateDefaultPolicy", c -> policy(c.argument("defaultPolicy")))
                .reads("RefreshFirewall", c -> Optional.empty());
    }

    static Data info(HostContext at) {
        Firewall firewall = at.host().firewall;
        return Data.of("HostFirewallInfo")
                .put(
                        "defaultPolicy",
                        Data.of("HostFirewallDefaultPolicy")
                                .flag("incomingBlocked", !firewall.pass)
                                .flag("outgoingBlocked", !firewall.pass))
                .list("ruleset", "HostFirewallRuleset", Rulesets.all().stream().map(r -> ruleset(firewall, r)));
    }

    private static Data ruleset(Firewall firewall, Rulesets known) {
        Ruleset state = firewall.ruleset(known.name()).orElseThrow();
        return Data.of("HostFirewallRuleset")
                .text("key", known.name())
                .text("label", known.name())
                .flag("required", !known.switchable())
                .list("rule", "HostFirewallRule", known.rules().stream().map(r -> rule(r.split(" "))))
                .unset("service")
                .flag("enabled", state.enabled)
                .put(
                        "allowedHosts",
                        Data.of("HostFirewallRulesetIpList")
                                .texts(
                                        "ipAddress",
                                        state.allowedIps.stream()
                                                .filter(i -> i.indexOf('/') < 0)
                                                .toList())
                                .list(
                                        "ipNetwork",
                                        "HostFirewallRulesetIpNetwork",
                                        state.allowedIps.stream()
                                                .filter(i -> i.indexOf('/') >= 0)
                                                .map(FirewallSystem::network))
                                .flag("allIp", state.allowedAll))
                .unset("userControllable ipListUserConfigurable");
    }

    private static Data network(String network) {
        int slash = network.indexOf('/');
        return Data.of("HostFirewallRulesetIpNetwork")
                .text("network", network.substring(0, slash))
                .number("prefixLength", Integer.parseInt(network.substring(slash + 1)));
    }

    private static Data rule(String... words) {
        return Data.of("HostFirewallRule")
                .number("port", Integer.parseInt(words[3]))
                .number("endPort", Integer.parseInt(words[4]))
                .text("direction", words[0].toLowerCase(Locale.ROOT))
                .text("portType", words[2].toLowerCase(Locale.ROOT))
                .text("protocol", words[1].toLowerCase(Locale.ROOT));
    }

    private Rulesets known(Call call) {
        return Rulesets.named(call.text("id")).orElseThrow(() -> Faults.absent(call.text("id")));
    }

    private void enable(Call call, boolean enabled) {
        Rulesets known = known(call);
        boolean owned = at.host().release.atLeast(8, 1)
                || (at.host().release.atLeast(8, 0) && at.host().release.update() >= 2);
        if (owned && !known.switchable()) {
            throw Faults.hostConfig("The ruleset belongs to the system.");
        }
        at.host().firewall.changing(known.name()).enabled = enabled;
    }

    private void update(Call call) {
        Rulesets known = known(call);
        Element allowed = call.argument("spec").required("allowedHosts");
        List<String> ips = new ArrayList<>(allowed.texts("ipAddress"));
        for (Element network : allowed.all("ipNetwork")) {
            ips.add(network.need("network") + "/"
                    + network.number("prefixLength").orElse(32));
        }
        if (!ips.stream().allMatch(i -> Inet.address(i) || Inet.network(i))) {
            throw Faults.invalidArgument("spec.allowedHosts");
        }
        Ruleset state = at.host().firewall.changing(known.name());
        state.allowedAll = allowed.flag("allIp").orElse(false);
        state.allowedIps = ips;
    }

    /** One switch for both directions is all that a host has. */
    private void policy(Element policy) {
        policy.flag("incomingBlocked").ifPresent(b -> at.host().firewall.pass = !b);
    }
}
