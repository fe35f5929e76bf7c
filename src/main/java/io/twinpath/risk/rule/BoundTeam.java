package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Team;
import io.twinpath.rig.part.Vmk;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import io.twinpath.risk.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * iSCSI is bound to an interface whose port group has not exactly one active uplink and no standby one. The host calls such a
 * binding not compliant, and the storage stack no longer knows which card a path leads over. Silent where overrides were not
 * read.
 */
public final class BoundTeam implements Rule {

    @Override
    public String code() {
        return "RSK0105";
    }

    @Override
    public String summary() {
        return "Binding to more than one uplink";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Host host : scene.rig().hosts().values()) {
            for (Vmk vmk : Storage.bound(host)) {
                Storage.team(host, vmk)
                        .filter(team -> team.sure() && !team.bindable())
                        .ifPresent(team -> findings.add(finding(scene, host, vmk, team)));
            }
        }
        return findings;
    }

    private Finding finding(Scene scene, Host host, Vmk vmk, Team team) {
        Address address = Address.onHost("vmkernel", host.name(), vmk.name());
        Address group = Address.onHost("port_group", host.name(), team.portGroup());
        String title =
                "iSCSI is bound to " + vmk.name() + " of " + host.name() + ", and its port group " + team.portGroup()
                        + " has " + count(team.active(), "active") + " and " + count(team.standby(), "standby") + ".";
        return Finding.of(code(), Severity.HIGH, title, address.toString())
                .on(host.name())
                .at(scene.place(group, "teaming").or(() -> scene.place(address)))
                .remedy(remedy(host, team));
    }

    private static String count(List<String> uplinks, String what) {
        return uplinks.isEmpty()
                ? "no " + what + " uplink"
                : uplinks.size() + " " + what + Words.times(uplinks.size(), " uplink (", " uplinks (")
                        + String.join(", ", uplinks) + ")";
    }

    private static Remedy remedy(Host host, Team team) {
        String advice = "Override the failover order of this port group: one uplink active, the others unused.";
        Optional<String> first = team.active().stream().findFirst();
        return first.map(uplink -> Remedy.of(
                        advice,
                        Yaml.host(
                                host.name(),
                                "vswitches: {" + Yaml.text(team.carrier()) + ": {port_groups: {"
                                        + Yaml.text(team.portGroup()) + ": {teaming: {active: [" + uplink
                                        + "], standby: []}}}}}")))
                .orElse(Remedy.of(advice));
    }
}
