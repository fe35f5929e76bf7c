package io.twinpath.risk.rule;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.model.Address;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Machine;
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
 * HA would do nothing when storage is lost: it is off, VM component protection is, it only warns, or a virtual machine is taken
 * out. Silent about clusters of one host and about what nobody told.
 */
public final class ComponentProtection implements Rule {

    private static final String FIX =
            "ha: {enabled: true, component_protection: true, on_apd: restart_conservative, on_pdl: restart}";

    @Override
    public String code() {
        return "RSK0202";
    }

    @Override
    public String summary() {
        return "HA does not act on lost storage";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        for (Cluster cluster : scene.rig().clusters().values()) {
            if (cluster.hosts().size() < 2) {
                continue;
            }
            ToldCluster told = ToldCluster.of(scene, cluster.name());
            Optional<String> why = why(told);
            if (why.isPresent()) {
                findings.add(finding(scene, cluster, why.orElseThrow()));
            } else if (told.on()) {
                machines(scene, cluster, told).forEach(findings::add);
            }
        }
        return findings;
    }

    private static Optional<String> why(ToldCluster told) {
        if (told.enabled().equals(Optional.of(false))) {
            return Optional.of("HA is off");
        }
        if (told.enabled().isEmpty()) {
            return Optional.empty();
        }
        if (told.componentProtection().equals(Optional.of(false))) {
            return Optional.of("VM component protection is off");
        }
        boolean apd = told.onApd().filter(ComponentProtection::idle).isPresent();
        boolean pdl = told.onPdl().filter(p -> p != PdlResponse.RESTART).isPresent();
        if (told.componentProtection().isEmpty() || (!apd && !pdl)) {
            return Optional.empty();
        }
        String what = apd && pdl ? "lost paths and on lost devices" : apd ? "lost paths" : "lost devices";
        return Optional.of("VM component protection restarts nothing on " + what);
    }

    private static boolean idle(ApdResponse response) {
        return response == ApdResponse.DISABLED || response == ApdResponse.WARNING;
    }

    private Finding finding(Scene scene, Cluster cluster, String why) {
        String title = "In the cluster " + cluster.name() + " " + why
                + ": virtual machines that lose their storage hang until a person acts.";
        return Finding.of(
                        code(),
                        Severity.MEDIUM,
                        title,
                        ToldCluster.address(cluster.name()).toString())
                .on(cluster.hosts())
                .at(scene.place(ToldCluster.address(cluster.name()), "ha"))
                .remedy(Remedy.of("Let HA restart what lost its storage.", Yaml.cluster(cluster.name(), FIX)));
    }

    private List<Finding> machines(Scene scene, Cluster cluster, ToldCluster told) {
        List<Finding> findings = new ArrayList<>();
        for (Machine machine : scene.rig().machines().values()) {
            if (machine.cluster().equals(Optional.of(cluster.name()))) {
                own(machine, told).ifPresent(why -> findings.add(finding(scene, machine, why)));
            }
        }
        return findings;
    }

    private static Optional<String> own(Machine machine, ToldCluster told) {
        if (machine.own().priority().equals(Optional.of(RestartPriority.DISABLED))) {
            return Optional.of("its restart is disabled");
        }
        return told.restartsOnApd()
                        && machine.own().apd().filter(ComponentProtection::idle).isPresent()
                ? Optional.of("it is taken out of the restart on lost paths")
                : Optional.empty();
    }

    private Finding finding(Scene scene, Machine machine, String why) {
        Address address = Address.inSite("vm", machine.name());
        Finding finding = Finding.of(
                        code(),
                        Severity.MEDIUM,
                        "HA does nothing for " + machine.name() + ": " + why + ", unlike in the rest of its cluster.",
                        address.toString())
                .at(scene.place(address, "ha"))
                .remedy(Remedy.of("Take the override out, or accept this for a reason."));
        return machine.host().map(finding::on).orElse(finding);
    }
}
