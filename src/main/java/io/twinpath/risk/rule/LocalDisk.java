package io.twinpath.risk.rule;

import io.twinpath.model.Address;
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
import java.util.Optional;
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
        List<Finding> findings = new ArrayList<>();
        for (Machine machine : scene.rig().machines().values()) {
            Optional<Cluster> cluster = machine.cluster()
                    .flatMap(name -> Optional.ofNullable(scene.rig().clusters().get(name)))
                    .filter(c -> c.protection().enabled() && c.hosts().size() > 1);
            cluster.ifPresent(c -> local(scene, machine, c).forEach((what, where) -> {
                if (where.size() == 1) {
                    findings.add(finding(scene, machine, what, where.first()));
                }
            }));
        }
        return findings;
    }

    /** The hosts that have each of its datastores; nothing unless all hosts are known. */
    private static SortedMap<String, SortedSet<String>> local(Scene scene, Machine machine, Cluster cluster) {
        SortedMap<String, SortedSet<String>> having = new TreeMap<>();
        SortedMap<String, String> lies = new TreeMap<>(machine.disks());
        machine.home().ifPresent(home -> lies.put("its configuration", home));
        for (String name : cluster.hosts()) {
            Host host = scene.rig().hosts().get(name);
            if (host == null || host.condition() == Host.Condition.UNREAD) {
                return new TreeMap<>();
            }
            lies.forEach((what, datastore) -> {
                if (host.datastores().contains(datastore)) {
                    having.computeIfAbsent(what, w -> new TreeSet<>()).add(name);
                }
            });
        }
        return having;
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
