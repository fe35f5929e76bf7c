package io.twinpath.risk.readiness;

import io.twinpath.evacuate.Affinity;
import io.twinpath.evacuate.Room;
import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.rig.Effects;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.risk.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** The hosts of a rig as {@code evacuate} looks at them: what is left of each. */
final class Rooms {

    /** More than any host has, and far from an overflow. */
    private static final long PLENTY = Long.MAX_VALUE / 4;

    private final Rig rig;
    private final Map<String, long[]> reserved = new HashMap<>();
    private final Map<String, SortedSet<String>> unreachable = new HashMap<>();
    private final Map<Asked, Room> known = new HashMap<>();

    private record Asked(String host, boolean byMove) {}

    Rooms(Scene scene) {
        this.rig = scene.rig();
        for (Machine machine : rig.machines().values()) {
            if (machine.runs() && machine.host().isPresent()) {
                long[] sum = reserved.computeIfAbsent(machine.host().orElseThrow(), h -> new long[2]);
                sum[0] += machine.cpuMhz();
                sum[1] += machine.memoryMb();
            }
        }
        for (Effects.DatastoreEffect lost : scene.failures().baseline().datastores()) {
            unreachable.computeIfAbsent(lost.host(), h -> new TreeSet<>()).add(lost.datastore());
        }
    }

    /** What a host could take; worked out once, since every machine of a cluster asks. */
    Room of(Host host, boolean byMove) {
        return known.computeIfAbsent(new Asked(host.name(), byMove), asked -> room(host, byMove));
    }

    private Room room(Host host, boolean byMove) {
        long[] taken = reserved.getOrDefault(host.name(), new long[2]);
        long cpu = left(host.capacity().cpuMhz(), taken[0]);
        long memory = left(host.capacity().memoryMb(), taken[1]);
        SortedSet<String> datastores = new TreeSet<>(host.datastores());
        datastores.removeAll(unreachable.getOrDefault(host.name(), new TreeSet<>()));
        return new Room(
                host.name(),
                closed(host, byMove),
                cpu,
                memory,
                memory,
                datastores,
                new TreeSet<>(host.teams().keySet()));
    }

    private static long left(OptionalLong all, long taken) {
        return all.isPresent() ? all.getAsLong() - taken : PLENTY;
    }

    private static Optional<String> closed(Host host, boolean byMove) {
        if (host.condition() == Host.Condition.DOWN) {
            return Optional.of("is down");
        }
        if (host.maintenance()) {
            return Optional.of("is in maintenance mode");
        }
        return byMove && !host.vmks().isEmpty() && !moves(host)
                ? Optional.of("has no interface for vMotion")
                : Optional.empty();
    }

    static boolean moves(Host host) {
        return host.vmks().values().stream().anyMatch(vmk -> vmk.services().contains(Service.VMOTION));
    }

    /** The rules of a cluster that HA and a move keep. */
    static List<Affinity> rules(Cluster cluster) {
        List<Affinity> rules = new ArrayList<>();
        for (Cluster.Rule rule : cluster.rules()) {
            type(rule)
                    .map(type -> new Affinity(rule.name(), type, rule.machines(), rule.hosts()))
                    .ifPresent(rules::add);
        }
        return rules;
    }

    private static Optional<Affinity.Type> type(Cluster.Rule rule) {
        return switch (rule.kind()) {
            case TOGETHER -> Optional.empty();
            case APART -> Optional.of(Affinity.Type.APART);
            case ON_HOSTS -> rule.mandatory() ? Optional.of(Affinity.Type.ONLY_ON) : Optional.empty();
            case OFF_HOSTS -> rule.mandatory() ? Optional.of(Affinity.Type.NEVER_ON) : Optional.empty();
        };
    }

    /** What is taken for granted of a host that could take a machine. */
    static List<Assumption> assumptions(Host host) {
        List<Assumption> assumptions = new ArrayList<>();
        if (host.condition() == Host.Condition.UNREAD) {
            assumptions.add(new Assumption(host.name(), host.name() + " was not read; it counts as running."));
        }
        if (host.capacity().memoryMb().isEmpty() || host.capacity().cpuMhz().isEmpty()) {
            assumptions.add(new Assumption(
                    host.name() + "/capacity", "What " + host.name() + " can promise is not known; everything fits."));
        }
        return assumptions;
    }
}
