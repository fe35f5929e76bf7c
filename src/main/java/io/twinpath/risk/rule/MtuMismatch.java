package io.twinpath.risk.rule;

import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.model.Address;
import io.twinpath.model.Ipv4;
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
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Frames that do not get through: an interface sends larger ones than its virtual switch carries, or the interfaces of one
 * storage or vMotion network do not agree. What physical switches and arrays carry is nowhere to be read; {@code vmkping -d} tells.
 */
public final class MtuMismatch implements Rule {

    @Override
    public String code() {
        return "RSK0106";
    }

    @Override
    public String summary() {
        return "MTU that does not fit";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Map<Integer, SortedSet<String>>> networks = new TreeMap<>();
        List<Ipv4> portals = Storage.portals(scene.rig());
        for (Host host : scene.rig().hosts().values()) {
            List<Vmk> storage = Storage.vmks(scene.rig(), portals, host);
            for (Vmk vmk : host.vmks().values()) {
                tooLarge(scene, host, vmk).ifPresent(findings::add);
                if (storage.contains(vmk) || vmk.services().contains(Service.VMOTION)) {
                    vmk.mtu()
                            .ifPresent(mtu -> Storage.networkOf(vmk)
                                    .ifPresent(net -> networks.computeIfAbsent(net, n -> new TreeMap<>())
                                            .computeIfAbsent(mtu, m -> new TreeSet<>())
                                            .add(host.name() + "/" + vmk.name())));
                }
            }
        }
        networks.forEach((network, sizes) -> {
            if (sizes.size() > 1) {
                findings.add(disagreement(network, sizes));
            }
        });
        return findings;
    }

    private Optional<Finding> tooLarge(Scene scene, Host host, Vmk vmk) {
        Optional<Team> team = Storage.team(host, vmk);
        Optional<Integer> carried = team.flatMap(Team::mtu);
        if (vmk.mtu().isEmpty() || carried.isEmpty() || vmk.mtu().orElseThrow() <= carried.orElseThrow()) {
            return Optional.empty();
        }
        Address address = Address.onHost("vmkernel", host.name(), vmk.name());
        String title = vmk.name() + " of " + host.name() + " sends frames of "
                + vmk.mtu().orElseThrow() + " bytes, and " + team.orElseThrow().carrier() + " carries "
                + carried.orElseThrow() + ".";
        return Optional.of(Finding.of(code(), Severity.HIGH, title, address.toString())
                .on(host.name())
                .at(scene.place(address, "mtu"))
                .remedy(Remedy.of("Raise the MTU of the virtual switch, or lower that of the interface.")));
    }

    private Finding disagreement(String network, Map<Integer, SortedSet<String>> sizes) {
        SortedSet<String> hosts = new TreeSet<>();
        sizes.values().forEach(vmks -> vmks.forEach(vmk -> hosts.add(vmk.substring(0, vmk.indexOf('/')))));
        String title = "The interfaces in " + network + " do not agree on the MTU: "
                + sizes.entrySet().stream()
                        .map(e -> e.getKey() + " has " + Words.some(e.getValue()))
                        .collect(Collectors.joining("; "))
                + ".";
        return Finding.of(code(), Severity.MEDIUM, title, "network:" + network)
                .on(hosts)
                .remedy(Remedy.of(
                        "Give all of them the same MTU, which the switches and arrays between have to carry too."));
    }
}
