package io.twinpath.rig.build;

import io.twinpath.kind.host.HostState;
import io.twinpath.kind.inventory.Cluster;
import io.twinpath.kind.inventory.Inventory;
import io.twinpath.kind.inventory.Response;
import io.twinpath.kind.vm.Vm;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import io.twinpath.model.Seconds;
import io.twinpath.rig.part.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Virtual machines and clusters as vCenter tells them; without one as hosts do, which is little. */
final class SeenMachines {

    private final Sight sight;

    SeenMachines(Sight sight) {
        this.sight = sight;
    }

    SortedMap<String, Machine> machines() {
        SortedMap<String, Machine> machines = new TreeMap<>();
        sight.inventory().ifPresent(i -> i.machines().forEach((name, vm) -> machines.put(name, machine(name, vm, i))));
        if (sight.inventory().isEmpty()) {
            sight.states()
                    .forEach((host, state) ->
                            state.machines().forEach(vm -> machines.putIfAbsent(vm.name(), running(host, vm))));
        }
        sight.values()
                .inSite(Vm.class)
                .forEach((name, told) -> machines.put(
                        name,
                        machines.containsKey(name)
                                ? MachineParts.told(machines.get(name), told)
                                : MachineParts.unseen(name, told)));
        machines.replaceAll((name, machine) -> sight.declaredMachine(name)
                .map(declared -> withPeople(machine, declared))
                .orElse(machine));
        return machines;
    }

    private static Machine machine(String name, io.twinpath.kind.inventory.Machine vm, Inventory inventory) {
        Optional<String> cluster = vm.host()
                .flatMap(h -> Optional.ofNullable(inventory.hosts().get(h)))
                .flatMap(Inventory.Host::cluster);
        Optional<Response> own = cluster.flatMap(
                        c -> Optional.ofNullable(inventory.clusters().get(c)))
                .flatMap(c -> Optional.ofNullable(c.overrides().get(name)));
        SortedMap<String, String> disks = new TreeMap<>(vm.disks());
        disks.putAll(vm.images());
        return new Machine(
                name,
                cluster,
                vm.host(),
                power(vm),
                disks,
                vm.home(),
                vm.networks(),
                ties(vm),
                vm.cpuReservation().map(Megahertz::count).orElse(0L),
                vm.memoryReservation().map(Mebibytes::count).orElse(0L),
                true,
                own.map(SeenMachines::response).orElse(io.twinpath.rig.part.Response.NONE));
    }

    private static Machine.Power power(io.twinpath.kind.inventory.Machine vm) {
        return vm.power().isEmpty()
                ? Machine.Power.UNREAD
                : switch (vm.power().orElseThrow()) {
                    case ON -> Machine.Power.ON;
                    case OFF -> Machine.Power.OFF;
                    case SUSPENDED -> Machine.Power.SUSPENDED;
                };
    }

    private static List<Machine.Tie> ties(io.twinpath.kind.inventory.Machine vm) {
        return vm.ties().stream()
                .map(tie -> new Machine.Tie(
                        switch (tie.prevents()) {
                            case MOVE -> Machine.Tie.Strength.MOVE;
                            case START -> Machine.Tie.Strength.START;
                        },
                        tie.what()))
                .toList();
    }

    private static Machine running(String host, HostState.Machine vm) {
        return new Machine(
                vm.name(),
                Optional.empty(),
                Optional.of(host),
                Machine.Power.ON,
                new TreeMap<>(),
                vm.datastore(),
                new TreeSet<>(),
                List.of(),
                0,
                0,
                true,
                io.twinpath.rig.part.Response.NONE);
    }

    /** What only people know: whether its guest needs one, and which settings it does not move without. */
    private Machine withPeople(Machine machine, Vm declared) {
        List<Machine.Tie> ties = new ArrayList<>(machine.ties());
        pin(machine.name(), declared).ifPresent(ties::add);
        return new Machine(
                machine.name(),
                machine.cluster().or(declared::cluster),
                machine.host(),
                machine.power(),
                machine.disks(),
                machine.home(),
                machine.networks(),
                ties,
                machine.cpuMhz(),
                machine.memoryMb(),
                declared.rebootSafe().orElse(machine.restartsAlone()),
                machine.own());
    }

    /** Settings that the spec calls overrides of what keeps the machine from moving, and that it does not have. */
    private Optional<Machine.Tie> pin(String name, Vm declared) {
        Optional<Vm> stands =
                Optional.ofNullable(sight.values().inSite(Vm.class).get(name));
        Map<String, String> has = new TreeMap<>();
        sight.inventory()
                .flatMap(i -> Optional.ofNullable(i.machines().get(name)))
                .ifPresent(vm -> has.putAll(vm.advanced()));
        stands.ifPresent(vm -> has.putAll(vm.advanced()));
        SortedSet<String> missing = new TreeSet<>(declared.migrationOverrides().orElseGet(TreeSet::new));
        missing.removeIf(key -> declared.advanced().getOrDefault(key, "").equals(has.get(key)));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Machine.Tie(
                        Machine.Tie.Strength.MOVE,
                        "It does not move while it runs without " + String.join(", ", missing)
                                + ", which the spec calls its migration override and it does not have."));
    }

    SortedMap<String, io.twinpath.rig.part.Cluster> clusters() {
        SortedMap<String, io.twinpath.rig.part.Cluster> clusters = new TreeMap<>();
        sight.inventory().ifPresent(i -> i.clusters().forEach((name, c) -> clusters.put(name, cluster(name, c))));
        sight.values().inSite(io.twinpath.kind.cluster.Cluster.class).forEach((name, told) -> {
            io.twinpath.rig.part.Cluster found = clusters.get(name);
            clusters.put(name, found == null ? ClusterParts.of(name, told) : ClusterParts.told(found, told));
        });
        return clusters;
    }

    private static io.twinpath.rig.part.Cluster cluster(String name, Cluster c) {
        Cluster.Protection ha = c.ha();
        return new io.twinpath.rig.part.Cluster(
                name,
                c.hosts(),
                new io.twinpath.rig.part.Cluster.Protection(
                        ha.enabled().orElse(false),
                        ha.hostMonitoring().orElse(true),
                        ha.componentProtection().orElse(false),
                        response(ha.defaults()),
                        ha.heartbeatDatastores(),
                        ha.heartbeatPolicy().equals(Optional.of(Cluster.Heartbeats.SELECTED))),
                rules(c));
    }

    private static List<io.twinpath.rig.part.Cluster.Rule> rules(Cluster c) {
        List<io.twinpath.rig.part.Cluster.Rule> rules = new ArrayList<>();
        c.rules()
                .forEach((name, rule) -> rules.add(new io.twinpath.rig.part.Cluster.Rule(
                        name,
                        switch (rule.type()) {
                            case TOGETHER -> io.twinpath.rig.part.Cluster.Rule.Kind.TOGETHER;
                            case APART -> io.twinpath.rig.part.Cluster.Rule.Kind.APART;
                            case ON_HOSTS -> io.twinpath.rig.part.Cluster.Rule.Kind.ON_HOSTS;
                            case OFF_HOSTS -> io.twinpath.rig.part.Cluster.Rule.Kind.OFF_HOSTS;
                        },
                        rule.mandatory(),
                        rule.machines(),
                        rule.hosts())));
        return rules;
    }

    private static io.twinpath.rig.part.Response response(Response own) {
        return new io.twinpath.rig.part.Response(
                own.restartPriority(),
                own.isolationResponse(),
                own.onApd(),
                own.apdDelay().map(SeenMachines::seconds),
                own.onPdl());
    }

    private static int seconds(Seconds seconds) {
        return Math.toIntExact(seconds.count());
    }
}
