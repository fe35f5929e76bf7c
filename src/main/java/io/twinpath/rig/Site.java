package io.twinpath.rig;

import io.twinpath.rig.Standing.Core;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A rig with all its wires followed, made once: who can touch what, and how everything stands while nothing fails. */
final class Site {

    private final Rig rig;
    private final Fabric fabric;
    private final Domains domains;
    private final Room room;
    private final Map<String, Circuit> circuits = new LinkedHashMap<>();
    private final Map<Component, SortedSet<String>> touches = new HashMap<>();
    private final Map<String, Needs> needs = new HashMap<>();
    private final SortedMap<String, Pool> pools = new TreeMap<>();
    private final Map<String, SortedSet<String>> poolsOf = new HashMap<>();
    private final Map<String, List<String>> possible = new HashMap<>();
    private final SortedMap<String, Standing> before = new TreeMap<>();
    private final Map<String, Core> coresBefore = new HashMap<>();
    private final Set<String> unsoundBefore = new TreeSet<>();
    private final SortedMap<String, SortedSet<Assumption>> untold = new TreeMap<>();

    Site(Rig rig) {
        this.rig = rig;
        this.fabric = new Fabric(rig.switches(), rig.hosts().values());
        this.domains = new Domains(rig.domains().values());
        this.room = new Room(rig.hosts(), rig.machines().values());
        follow();
        Outage nothing = outage(Set.of());
        circuits.forEach((name, circuit) -> {
            Standing standing = circuit.standing(nothing);
            before.put(name, standing);
            coresBefore.put(name, standing.core());
            if (!standing.core().sound()) {
                unsoundBefore.add(name);
            }
            SortedSet<Assumption> assumed =
                    Untold.of(circuit, nothing, standing.core().up());
            if (!assumed.isEmpty()) {
                untold.put(name, assumed);
            }
        });
        gather();
    }

    private void follow() {
        Map<String, Set<String>> needed = new HashMap<>();
        Map<Needs, Needs> distinct = new HashMap<>();
        for (Machine machine : rig.machines().values()) {
            NavigableSet<String> names = new TreeSet<>(machine.disks().values());
            machine.home().ifPresent(names::add);
            needs.put(machine.name(), distinct.computeIfAbsent(new Needs(names, machine.networks()), n -> n));
            machine.host()
                    .ifPresent(host ->
                            needed.computeIfAbsent(host, h -> new HashSet<>()).addAll(names));
        }
        Map<String, Door> doors = new HashMap<>();
        Routes routes = new Routes(fabric, domains);
        for (Host host : rig.hosts().values()) {
            Circuit circuit = Wiring.of(rig, fabric, doors, host, needed.getOrDefault(host.name(), Set.of()));
            circuits.put(host.name(), circuit);
            circuit.parts(domains, routes)
                    .forEach(part ->
                            touches.computeIfAbsent(part, p -> new TreeSet<>()).add(host.name()));
        }
    }

    private void gather() {
        Map<String, List<Machine>> members = new TreeMap<>();
        for (Machine machine : rig.machines().values()) {
            if (machine.runs()) {
                machine.cluster()
                        .filter(name -> rig.clusters().containsKey(name))
                        .or(() -> machine.host().map(host -> "host " + host))
                        .ifPresent(pool -> members.computeIfAbsent(pool, p -> new ArrayList<>())
                                .add(machine));
            }
        }
        members.forEach((name, machines) -> {
            Pool pool = Pool.of(cluster(name), machines, rig.hosts(), room);
            pools.put(name, pool);
            pool.hosts().forEach(host -> joins(host, pool));
            pool.fixed().keySet().forEach(host -> joins(host, pool));
            pool.floating().forEach(machine -> possible.put(machine.name(), possible(machine, pool)));
        });
    }

    private void joins(String host, Pool pool) {
        poolsOf.computeIfAbsent(host, h -> new TreeSet<>()).add(pool.name());
    }

    /** Machines without a cluster are a pool of their own, on one host and without HA. */
    private Cluster cluster(String name) {
        return rig.clusters().getOrDefault(name, new Cluster(name, new TreeSet<>(), Cluster.Protection.OFF, List.of()));
    }

    /** The hosts of its cluster that a machine can be on while nothing fails, when nobody told which one it is on. */
    private List<String> possible(Machine machine, Pool pool) {
        return pool.hosts().stream()
                .filter(name -> coresBefore.getOrDefault(name, Core.DOWN).up())
                .filter(name -> !circuit(name).host().maintenance())
                .filter(name -> circuit(name).host().teams().keySet().containsAll(machine.networks()))
                .filter(name -> datastores(machine).stream()
                        .allMatch(d -> circuit(name).offers(d, coresBefore.getOrDefault(name, Core.DOWN))))
                .toList();
    }

    Rig rig() {
        return rig;
    }

    Room room() {
        return room;
    }

    Map<Component, SortedSet<String>> touches() {
        return touches;
    }

    SortedMap<String, Pool> pools() {
        return pools;
    }

    Pool pool(String name) {
        Pool pool = pools.get(name);
        if (pool == null) {
            throw new IllegalArgumentException("no pool of this name: " + name);
        }
        return pool;
    }

    SortedMap<String, Standing> before() {
        return before;
    }

    /** What nobody told of hosts, as far as it counts while nothing fails; hosts of which all was told are left out. */
    SortedMap<String, SortedSet<Assumption>> untold() {
        return untold;
    }

    Outage outage(Set<Component> failed) {
        return new Outage(failed, domains, fabric);
    }

    Circuit circuit(String host) {
        Circuit circuit = circuits.get(host);
        if (circuit == null) {
            throw new IllegalArgumentException("no host of this name: " + host);
        }
        return circuit;
    }

    boolean has(String host) {
        return circuits.containsKey(host);
    }

    /** The pools that a change of a host can matter to. */
    SortedSet<String> poolsOf(String host) {
        return poolsOf.getOrDefault(host, new TreeSet<>());
    }

    /** The hosts that a machine is on, or may be on when nobody told. */
    List<String> hosts(Machine machine) {
        return machine.host()
                .map(host -> has(host) ? List.of(host) : List.<String>of())
                .orElseGet(() -> possible(machine));
    }

    List<String> possible(Machine machine) {
        return possible.getOrDefault(machine.name(), List.of());
    }

    /** All that a machine needs: of its disks, its configuration and its swap. */
    SortedSet<String> datastores(Machine machine) {
        return needs(machine).datastores();
    }

    /** Of a machine of the rig; of machines that need the same, the same object. */
    Needs needs(Machine machine) {
        return Objects.requireNonNull(needs.get(machine.name()), machine.name());
    }

    Optional<Machine> running(String name) {
        return Optional.ofNullable(rig.machines().get(name)).filter(Machine::runs);
    }

    /** The hosts that a failure of parts can change at all. */
    SortedSet<String> touched(Set<Component> failed) {
        SortedSet<String> hosts = new TreeSet<>();
        failed.forEach(part -> hosts.addAll(touches.getOrDefault(part, new TreeSet<>())));
        return hosts;
    }

    Standings standings(Map<String, Core> changed) {
        return new Standings(coresBefore, unsoundBefore, changed);
    }
}
