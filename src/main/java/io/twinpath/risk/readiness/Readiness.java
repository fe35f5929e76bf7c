package io.twinpath.risk.readiness;

import io.twinpath.evacuate.Affinity;
import io.twinpath.evacuate.Decision;
import io.twinpath.evacuate.Placement;
import io.twinpath.evacuate.Room;
import io.twinpath.kind.RestartPriority;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.risk.Scene;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks for each virtual machine whether it can move and restart, one host after the other, as the site stands. */
public final class Readiness {

    private final Scene scene;
    private final Rooms rooms;

    public Readiness(Scene scene) {
        this.scene = scene;
        this.rooms = new Rooms(scene);
    }

    /** Of all machines, in the order of their names. */
    public List<Ready> all() {
        return scene.rig().machines().values().stream().map(this::of).toList();
    }

    /** Of the machines on a host. */
    public List<Ready> on(String host) {
        return scene.rig().machines().values().stream()
                .filter(machine -> machine.host().equals(Optional.of(host)))
                .map(this::of)
                .toList();
    }

    /** Of one machine; empty when there is none of this name. */
    public Optional<Ready> of(String machine) {
        return Optional.ofNullable(scene.rig().machines().get(machine)).map(this::of);
    }

    /** Whether some other host of its cluster has less left than a machine has reserved. Much cheaper than all that is to say of it. */
    public boolean crowded(Machine machine) {
        return others(machine).stream()
                .map(host -> rooms.of(host, false))
                .anyMatch(room -> machine.memoryMb() > room.memoryMb() || machine.cpuMhz() > room.cpuMhz());
    }

    private Ready of(Machine machine) {
        SortedSet<Assumption> assumptions = new TreeSet<>();
        List<Host> others = others(machine);
        others.forEach(host -> assumptions.addAll(Rooms.assumptions(host)));
        if (machine.host().isEmpty()) {
            assumptions.add(new Assumption(
                    machine.name() + "/host", "Nobody knows where " + machine.name() + " runs; every host counts."));
        }
        Way move = way(machine, others, true, moveObstacles(machine));
        Way restart = way(machine, others, false, restartObstacles(machine));
        return new Ready(
                machine.name(),
                machine.host(),
                move,
                restart,
                !machine.restartsAlone(),
                new Remedies(scene, machine).all(move, restart),
                assumptions);
    }

    private Optional<Cluster> cluster(Machine machine) {
        return machine.cluster()
                .flatMap(name -> Optional.ofNullable(scene.rig().clusters().get(name)));
    }

    private List<Host> others(Machine machine) {
        return cluster(machine).map(Cluster::hosts).stream()
                .flatMap(Collection::stream)
                .filter(host -> !machine.host().equals(Optional.of(host)))
                .flatMap(name -> scene.rig().host(name).stream())
                .toList();
    }

    private List<String> moveObstacles(Machine machine) {
        List<String> obstacles = new ArrayList<>();
        machine.ties().forEach(tie -> obstacles.add(tie.what()));
        machine.host()
                .flatMap(name -> Optional.ofNullable(scene.rig().hosts().get(name)))
                .filter(host -> !host.vmks().isEmpty() && !Rooms.moves(host))
                .ifPresent(host -> obstacles.add(host.name() + " has no interface for vMotion."));
        return obstacles;
    }

    private List<String> restartObstacles(Machine machine) {
        List<String> obstacles = new ArrayList<>();
        machine.ties().stream()
                .filter(tie -> tie.strength() == Machine.Tie.Strength.START)
                .forEach(tie -> obstacles.add(tie.what()));
        Optional<Cluster> cluster = cluster(machine);
        if (cluster.isEmpty()) {
            obstacles.add("It belongs to no cluster, so nobody restarts it.");
            return obstacles;
        }
        Cluster.Protection protection = cluster.orElseThrow().protection();
        if (!protection.enabled()) {
            obstacles.add("HA of " + cluster.orElseThrow().name() + " is off.");
        } else if (!protection.hostMonitoring()) {
            obstacles.add("HA of " + cluster.orElseThrow().name() + " does not watch for the failure of hosts.");
        }
        machine.own()
                .or(protection.defaults())
                .priority()
                .filter(priority -> priority == RestartPriority.DISABLED)
                .ifPresent(off -> obstacles.add("Its restart by HA is disabled."));
        return obstacles;
    }

    private Way way(Machine machine, List<Host> others, boolean byMove, List<String> obstacles) {
        SortedSet<String> to = new TreeSet<>();
        SortedMap<String, String> refusals = new TreeMap<>();
        List<Affinity> rules = cluster(machine).map(Rooms::rules).orElse(List.of()).stream()
                .filter(rule -> rule.machines().contains(machine.name()))
                .toList();
        SortedMap<String, String> where = where(rules);
        List<io.twinpath.evacuate.Machine> leaving = List.of(leaving(machine));
        for (Host host : others) {
            List<Room> room = List.of(rooms.of(host, byMove));
            io.twinpath.evacuate.Scene asked =
                    new io.twinpath.evacuate.Scene(machine.host().orElse(""), leaving, room, rules, where);
            switch (Placement.of(asked, Map.of()).getFirst()) {
                case Decision.Goes goes -> to.add(goes.to());
                case Decision.Stays stays -> refusals.put(host.name(), String.join(" ", stays.because()));
            }
        }
        return new Way(to, obstacles, refusals);
    }

    /** Where the machines of rules run; where all others do decides nothing, and there may be thousands. */
    private SortedMap<String, String> where(List<Affinity> rules) {
        SortedMap<String, String> where = new TreeMap<>();
        for (Affinity rule : rules) {
            for (String name : rule.machines()) {
                Optional.ofNullable(scene.rig().machines().get(name))
                        .flatMap(Machine::host)
                        .ifPresent(host -> where.put(name, host));
            }
        }
        return where;
    }

    private static io.twinpath.evacuate.Machine leaving(Machine machine) {
        return new io.twinpath.evacuate.Machine(
                machine.name(),
                machine.runs(),
                machine.cpuMhz(),
                machine.memoryMb(),
                machine.memoryMb(),
                disks(machine),
                machine.networks(),
                List.of());
    }

    /** The configuration has to be within reach as well. */
    private static SortedMap<String, String> disks(Machine machine) {
        SortedMap<String, String> disks = new TreeMap<>(machine.disks());
        machine.home().ifPresent(home -> disks.putIfAbsent("Its configuration", home));
        return disks;
    }
}
