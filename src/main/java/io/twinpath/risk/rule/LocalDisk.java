package io.twinpath.risk.rule;

import io.twinpath.model.Address;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import io.twinpath.risk.readiness.Remedies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A virtual machine of a cluster with HA has a disk, or its configuration, on a datastore that one host of the cluster has: HA
 * can start it nowhere else. Silent while a host of the cluster was not read, and about datastores that no host has.
 */
public final class LocalDisk implements Rule {

    @Override
    public String code() {
        return "RSK0201";
    }

    @Override
    public String summary() {
        return "Local disk under HA";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        Map<String, Map<String, SortedSet<String>>> having = new TreeMap<>();
        scene.rig().clusters().forEach((name, cluster) -> {
            if (cluster.protection().enabled() && cluster.hosts().size() > 1) {
                having.put(name, having(scene.rig(), cluster));
            }
        });
        List<Finding> findings = new ArrayList<>();
        for (Machine machine : scene.rig().machines().values()) {
            Map<String, SortedSet<String>> of =
                    machine.cluster().map(having::get).orElse(Map.of());
            lies(machine).forEach((what, datastore) -> {
                SortedSet<String> hosts = of.getOrDefault(datastore, new TreeSet<>());
                if (hosts.size() == 1) {
                    findings.add(finding(scene, machine, what, hosts.first()));
                }
            });
        }
        return findings;
    }

    /** The hosts of a cluster that have each datastore; nothing unless all hosts are known. */
    private static SortedMap<String, SortedSet<String>> having(Rig rig, Cluster cluster) {
        SortedMap<String, SortedSet<String>> having = new TreeMap<>();
        for (String name : cluster.hosts()) {
            Host host = rig.hosts().get(name);
            if (host == null || host.condition() == Host.Condition.UNREAD) {
                return new TreeMap<>();
            }
            host.datastores()
                    .forEach(datastore -> having.computeIfAbsent(datastore, d -> new TreeSet<>())
                            .add(name));
        }
        return having;
    }

    /** What of a machine lies on which datastore. */
    private static SortedMap<String, String> lies(Machine machine) {
        SortedMap<String, String> lies = new TreeMap<>(machine.disks());
        machine.home().ifPresent(home -> lies.put("its configuration", home));
        return lies;
    }

    private Finding finding(Scene scene, Machine machine, String what, String host) {
        String datastore = machine.disks().getOrDefault(what, machine.home().orElse(""));
        String title = "HA cannot restart " + machine.name() + ": " + what + " lies on " + datastore + ", which only "
                + host + " has.";
        Address address = Address.inSite("vm", machine.name());
        Finding finding = Finding.of(code(), Severity.HIGH, title, address.toString(), "datastore:" + datastore)
                .on(host)
                .at(scene.place(address, "disks", what));
        return new Remedies(scene, machine)
                .disks().stream()
                        .filter(remedy -> remedy.advice().contains(what))
                        .findFirst()
                        .map(finding::remedy)
                        .orElse(finding.remedy(
                                Remedy.of("Move it to a datastore that all hosts of the cluster have.")));
    }
}
