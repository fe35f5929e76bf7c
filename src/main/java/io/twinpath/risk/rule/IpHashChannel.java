package io.twinpath.risk.rule;

import io.twinpath.kind.netswitch.NetSwitch;
import io.twinpath.model.Address;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Port;
import io.twinpath.rig.part.Socket;
import io.twinpath.rig.part.Team;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import io.twinpath.risk.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A port group spreads traffic by IP hash, and no static channel that holds its uplinks is declared on a physical switch. Without
 * one, frames of one address come in over several ports of the switch, and connectivity breaks in ways that look like chance.
 */
public final class IpHashChannel implements Rule {

    @Override
    public String code() {
        return "RSK0114";
    }

    @Override
    public String summary() {
        return "IP hash without a declared channel";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Host host : scene.rig().hosts().values()) {
            SortedSet<String> told = new TreeSet<>();
            for (Team team : host.teams().values()) {
                List<String> uplinks = Storage.uplinks(team);
                if (team.ipHash() && uplinks.size() > 1 && !channel(scene, host, uplinks) && told.add(team.carrier())) {
                    findings.add(finding(scene, host, team, uplinks));
                }
            }
        }
        return findings;
    }

    private static boolean channel(Scene scene, Host host, List<String> uplinks) {
        List<Socket> sockets = Storage.ports(host, uplinks)
                .map(Port::socket)
                .flatMap(Optional::stream)
                .toList();
        return sockets.size() == uplinks.size()
                && scene.all(NetSwitch.class).entrySet().stream()
                        .anyMatch(entry -> entry.getValue().channels().values().stream()
                                .anyMatch(ports -> sockets.stream()
                                        .allMatch(socket -> socket.name()
                                                        .equals(entry.getKey().name())
                                                && ports.contains(socket.port()))));
    }

    private Finding finding(Scene scene, Host host, Team team, List<String> uplinks) {
        String title = team.carrier() + " of " + host.name() + " spreads traffic over " + Words.and(uplinks)
                + " by IP hash, and no channel of these ports is declared on a switch.";
        return Finding.of(code(), Severity.MEDIUM, title, "uplinks:" + host.name() + "/" + team.carrier())
                .on(host.name())
                .at(scene.place(Address.onHost("vswitch", host.name(), team.carrier()), "teaming"))
                .remedy(Remedy.of(
                        "Declare the channel under \"switches\" where there is one, else use another load balancing.",
                        Yaml.host(
                                host.name(),
                                "vswitches: {" + Yaml.text(team.carrier())
                                        + ": {teaming: {load_balancing: portid}}}")));
    }
}
