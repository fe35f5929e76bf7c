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
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Management of a host hangs on one uplink, all its management interfaces taken together. Silent where a port group was not read. */
public final class ManagementUplink implements Rule {

    @Override
    public String code() {
        return "RSK0113";
    }

    @Override
    public String summary() {
        return "Management on one uplink";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Host host : scene.rig().hosts().values()) {
            List<Vmk> management =
                    host.vmks().values().stream().filter(Vmk::manages).toList();
            List<Team> teams = management.stream()
                    .flatMap(vmk -> Storage.team(host, vmk).stream())
                    .toList();
            SortedSet<String> uplinks = new TreeSet<>();
            teams.forEach(team -> uplinks.addAll(Storage.uplinks(team)));
            if (!management.isEmpty() && teams.size() == management.size() && uplinks.size() == 1) {
                findings.add(finding(scene, host, management.getFirst(), uplinks.first()));
            }
        }
        return findings;
    }

    private Finding finding(Scene scene, Host host, Vmk vmk, String uplink) {
        Address address = Address.onHost("vmkernel", host.name(), vmk.name());
        String title = "Management of " + host.name() + " (" + vmk.name() + ") has one uplink, " + uplink
                + ": when it fails, nobody gets to the host, and HA takes it for isolated.";
        return Finding.of(code(), Severity.MEDIUM, title, address.toString())
                .on(host.name())
                .at(scene.place(Address.onHost("port_group", host.name(), vmk.portGroup()))
                        .or(() -> scene.place(address)))
                .remedy(Remedy.of("Add a port of another card to its virtual switch, as active or standby uplink."));
    }
}
