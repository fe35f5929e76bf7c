package io.twinpath.kind.vm;

import io.twinpath.model.Obstacle;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Why a virtual machine cannot become what the spec wants. Asked only when something differs. */
final class VmObstacles {

    private VmObstacles() {}

    /** @param changing hosts that something changes on first */
    static Optional<Obstacle> between(String name, Vm wanted, Vm found, Vm target, Set<String> changing) {
        return placement(name, wanted, found)
                .or(() -> devices(wanted, found))
                .or(() -> held(wanted, found, changing))
                .or(() -> latency(target))
                .or(() -> power(wanted, found, target));
    }

    private static Optional<Obstacle> placement(String name, Vm wanted, Vm found) {
        boolean alone = found.facts().filter(VmFacts::alone).isPresent();
        if (alone && wanted.cluster().isPresent()) {
            return unsupported("Clusters are a vCenter's, and its host is reached by itself, without one.");
        }
        if (alone && (wanted.ha().isPresent() || wanted.drs().isPresent())) {
            return unsupported(
                    "Overrides of HA and DRS are kept by a vCenter, and its host is reached by itself, without one.");
        }
        if (wanted.cluster().isPresent() && !wanted.cluster().equals(found.cluster())) {
            return handsOn(name + " runs in "
                    + found.cluster().map(c -> "the cluster " + c).orElse("no cluster")
                    + ". Move it to another cluster in vCenter; Twinpath moves within one.");
        }
        boolean overrides = wanted.ha().isPresent() || wanted.drs().isPresent();
        return overrides && found.cluster().isEmpty()
                ? unsupported("Overrides of HA and DRS are kept by a cluster, and its host belongs to none.")
                : Optional.empty();
    }

    private static Optional<Obstacle> devices(Vm wanted, Vm found) {
        SortedSet<String> disks = new TreeSet<>(wanted.disks().keySet());
        disks.removeAll(found.disks().keySet());
        if (!disks.isEmpty()) {
            return handsOn("It has no disk labelled " + String.join(", ", disks) + "; there is "
                    + (found.disks().isEmpty()
                            ? "none"
                            : String.join(", ", found.disks().keySet())) + ".");
        }
        Optional<VmFacts> facts = found.facts();
        SortedSet<String> adapters = new TreeSet<>(wanted.networks().keySet());
        facts.ifPresent(f -> adapters.removeAll(f.adapters().keySet()));
        if (!adapters.isEmpty()) {
            return handsOn("It has no network adapter labelled " + String.join(", ", adapters) + ".");
        }
        SortedSet<String> missing =
                new TreeSet<>(facts.map(VmFacts::unknownNetworks).orElseGet(TreeSet::new));
        return missing.isEmpty()
                ? Optional.empty()
                : handsOn("There is no port group " + String.join(", ", missing) + " on this server.");
    }

    /** Disks and hosts that something else is in the way of. */
    private static Optional<Obstacle> held(Vm wanted, Vm found, Set<String> changing) {
        SortedSet<String> moving = new TreeSet<>(wanted.disks().keySet());
        moving.removeIf(label -> Optional.ofNullable(wanted.disks().get(label))
                .flatMap(Disk::datastore)
                .filter(to -> !Optional.of(to)
                        .equals(Optional.ofNullable(found.disks().get(label)).flatMap(Disk::datastore)))
                .isEmpty());
        if (!moving.isEmpty() && found.facts().filter(VmFacts::alone).isPresent()) {
            return unsupported("Disks are moved to other datastores by a vCenter, and its host is reached by itself,"
                    + " without one: " + String.join(", ", moving) + ".");
        }
        Held held = found.facts().map(VmFacts::held).orElse(Held.NOT);
        moving.removeIf(label -> held.disk(label, changing).isEmpty());
        if (!moving.isEmpty()) {
            return handsOn(moving.stream()
                    .map(label -> label + " cannot move. "
                            + held.disk(label, changing).orElse(""))
                    .collect(Collectors.joining(" ")));
        }
        boolean elsewhere = wanted.host().isPresent() && !wanted.host().equals(found.host());
        return elsewhere
                ? held.host().map(why -> new Obstacle.HandsOn("It cannot go there. " + why))
                : Optional.empty();
    }

    /** The API takes the level with any reservation; the machine would not start again. */
    private static Optional<Obstacle> latency(Vm target) {
        if (!target.latencySensitivity().equals(Optional.of(Vm.LatencySensitivity.HIGH))) {
            return Optional.empty();
        }
        boolean memory = target.memory()
                .filter(m -> m.locked().orElse(false)
                        || m.reservation().equals(m.size().map(String::valueOf)))
                .isPresent();
        Optional<Long> full = VmKind.fullCpu(target);
        boolean cpu = full.isPresent()
                && target.cpu()
                        .flatMap(Cpu::reservation)
                        .filter(r -> Long.parseLong(r) >= full.orElseThrow())
                        .isPresent();
        return memory && cpu
                ? Optional.empty()
                : unsupported("With high latency sensitivity it starts only with all its "
                        + (cpu ? "memory" : memory ? "processors" : "processors and memory")
                        + " reserved: set \"reservation: full\" too.");
    }

    private static Optional<Obstacle> power(Vm wanted, Vm found, Vm target) {
        if (!found.runs()) {
            return Optional.empty();
        }
        if (wanted.mayPowerCycle()) {
            Optional<String> off =
                    found.facts().map(VmFacts::held).orElse(Held.NOT).off();
            return NeedsPowerOff.between(found, target)
                    .flatMap(what -> off)
                    .flatMap(
                            why -> handsOn("It takes this only while it is off, and might not start again, so its power"
                                    + " is not cut. " + why));
        }
        String rule = wanted.rebootSafe().equals(Optional.of(false))
                ? "The spec says \"reboot_safe: false\", so it is left running: shut it down yourself, and plan again."
                : "Shut it down, or allow \"power_cycle: hard\", and plan again.";
        return NeedsPowerOff.between(found, target)
                .flatMap(what -> handsOn("It runs, and takes only while it is off: " + what + ". " + rule));
    }

    private static Optional<Obstacle> handsOn(String text) {
        return Optional.of(new Obstacle.HandsOn(text));
    }

    private static Optional<Obstacle> unsupported(String text) {
        return Optional.of(new Obstacle.Unsupported(text));
    }
}
