package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Machine;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import io.twinpath.risk.readiness.Remedies;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A virtual machine cannot leave its host: a device of the host is passed through to it, processors are pinned, or a setting
 * keeps it. Silent about machines of no cluster, and of a cluster of one host, which have nowhere to go.
 */
public final class TiedMachine implements Rule {

    @Override
    public String code() {
        return "RSK0205";
    }

    @Override
    public String summary() {
        return "Machine tied to its host";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        return scene.rig().machines().values().stream()
                .filter(machine -> machine.runs()
                        && !machine.ties().isEmpty()
                        && machine.cluster()
                                .flatMap(name -> Optional.ofNullable(
                                        scene.rig().clusters().get(name)))
                                .map(Cluster::hosts)
                                .filter(hosts -> hosts.size() > 1)
                                .isPresent())
                .map(machine -> finding(scene, machine))
                .toList();
    }

    private Finding finding(Scene scene, Machine machine) {
        boolean start = machine.ties().stream().anyMatch(tie -> tie.strength() == Machine.Tie.Strength.START);
        String title = machine.name()
                + (start ? " can run only on " : " cannot leave ")
                + machine.host().orElse("its host")
                + (start ? ". " : " while it runs. ")
                + machine.ties().stream().map(Machine.Tie::what).collect(Collectors.joining(" "));
        Address address = Address.inSite("vm", machine.name());
        Finding finding = Finding.of(code(), start ? Severity.HIGH : Severity.MEDIUM, title, address.toString())
                .at(scene.place(address))
                .remedy(new Remedies(scene, machine).ties());
        return machine.host().map(finding::on).orElse(finding);
    }
}
