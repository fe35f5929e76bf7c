package io.twinpath.risk.readiness;

import io.twinpath.kind.vm.Vm;
import io.twinpath.model.Address;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Yaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What would open the ways of a machine that are closed. */
public final class Remedies {

    private final Scene scene;
    private final Machine machine;

    public Remedies(Scene scene, Machine machine) {
        this.scene = scene;
        this.machine = machine;
    }

    List<Remedy> all(Way move, Way restart) {
        List<Remedy> remedies = new ArrayList<>();
        if (!move.open() || !restart.open()) {
            remedies.addAll(disks());
        }
        if (!move.open() && !machine.ties().isEmpty()) {
            remedies.add(ties());
        }
        if (!restart.open()) {
            protection().ifPresent(remedies::add);
        }
        return remedies;
    }

    /** A disk that not every host of the cluster has goes to a datastore that every one has. */
    public List<Remedy> disks() {
        SortedSet<String> shared = shared();
        List<Remedy> remedies = new ArrayList<>();
        for (Map.Entry<String, String> disk : machine.disks().entrySet()) {
            if (!shared.contains(disk.getValue())) {
                remedies.add(target(shared)
                        .map(to -> Remedy.of(
                                "Move " + disk.getKey() + " of " + machine.name() + " to " + to + ".",
                                Yaml.vm(
                                        machine.name(),
                                        "disks: {" + Yaml.text(disk.getKey()) + ": {datastore: " + Yaml.text(to)
                                                + "}}")))
                        .orElse(Remedy.of("Move " + disk.getKey() + " of " + machine.name()
                                + " to a datastore that all hosts of its cluster have.")));
            }
        }
        return remedies;
    }

    /** Where its other disks lie, else the first by name. */
    private Optional<String> target(SortedSet<String> shared) {
        return machine.disks().values().stream()
                .filter(datastore -> shared.contains(datastore))
                .findFirst()
                .or(() -> shared.stream().findFirst());
    }

    private SortedSet<String> shared() {
        List<Host> hosts = machine
                .cluster()
                .flatMap(name -> Optional.ofNullable(scene.rig().clusters().get(name)))
                .map(Cluster::hosts)
                .stream()
                .flatMap(Collection::stream)
                .flatMap(name -> scene.rig().host(name).stream())
                .toList();
        SortedSet<String> shared = new TreeSet<>(
                hosts.isEmpty()
                        ? scene.rig().datastores().keySet()
                        : hosts.getFirst().datastores());
        shared.retainAll(scene.rig().datastores().keySet());
        hosts.forEach(host -> shared.retainAll(host.datastores()));
        return shared;
    }

    /** What the spec has against the ties, else the advice to find something. */
    public Remedy ties() {
        Optional<Vm> declared = scene.declared(Address.inSite("vm", machine.name()), Vm.class);
        SortedSet<String> overrides = declared.flatMap(Vm::migrationOverrides).orElseGet(TreeSet::new);
        boolean tied = machine.ties().stream().anyMatch(tie -> tie.strength() == Machine.Tie.Strength.START);
        if (tied) {
            return Remedy.of("Take what belongs to the host away from " + machine.name()
                    + ", or keep a second machine that does its work elsewhere.");
        }
        if (!overrides.isEmpty()) {
            return Remedy.of("Apply the spec, which declares " + String.join(", ", overrides)
                    + ", or run \"twinpath evacuate " + machine.host().orElse("HOST") + " --apply-overrides\".");
        }
        return Remedy.of(
                "Find the advanced setting that lets it move, and declare it as its migration override.",
                Yaml.vm(machine.name(), "advanced: {KEY: VALUE}, migration_overrides: [KEY]"));
    }

    private Optional<Remedy> protection() {
        return machine.cluster()
                .flatMap(name -> Optional.ofNullable(scene.rig().clusters().get(name)))
                .filter(cluster ->
                        !cluster.protection().enabled() || !cluster.protection().hostMonitoring())
                .map(cluster -> Remedy.of(
                        "Switch HA on.", Yaml.cluster(cluster.name(), "ha: {enabled: true, host_monitoring: true}")));
    }
}
