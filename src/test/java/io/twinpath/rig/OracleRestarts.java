package io.twinpath.rig;

import static io.twinpath.rig.Parts.named;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.IsolationResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.Oracle.Outcome;
import io.twinpath.rig.OracleWires.Sight;
import io.twinpath.rig.part.Cluster;
import io.twinpath.rig.part.Cluster.Rule;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Machine.Tie.Strength;
import io.twinpath.rig.part.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The other half of the {@link Oracle}: what HA does. */
final class OracleRestarts {

    private final Rig rig;
    private final OracleWires wires;
    private final OracleWires before;
    /** Where machines are while HA works; those that are off are missing. */
    private final Map<String, String> places = new TreeMap<>();

    OracleRestarts(Rig rig, OracleWires before, OracleWires wires) {
        this.rig = rig;
        this.before = before;
        this.wires = wires;
    }

    /** In the order in which HA takes care of them. */
    private enum Trouble {
        HOST,
        ISOLATED,
        PRESUMED_DEAD,
        PDL,
        APD
    }

    /** @param must whether the machine is stopped even when no host can take it */
    private record Case(Machine machine, String on, Trouble trouble, boolean must) {}

    void fill(Map<String, Outcome> out) {
        List<Case> waiting = new ArrayList<>();
        for (Machine machine : known()) {
            String host = machine.host().orElseThrow();
            Optional<Case> found = wires.up(host) ? trouble(machine, host) : dead(machine, host);
            if (wires.up(host)) {
                places.put(machine.name(), host);
            }
            found.ifPresent(waiting::add);
            if (found.isEmpty()) {
                unhelped(machine, host).ifPresent(o -> out.put(machine.name(), o));
            }
        }
        Map<String, String> started = new TreeMap<>();
        settle(waiting, started);
        for (Case one : waiting) {
            out.put(
                    one.machine().name(),
                    outcome(one, Optional.ofNullable(started.get(one.machine().name()))));
        }
        for (Machine machine : rig.machines().values()) {
            if (machine.runs() && machine.host().isEmpty()) {
                hosts(machine).forEach(h -> suppose(machine, h).ifPresent(o -> out.put(machine.name() + "@" + h, o)));
            }
        }
    }

    private Outcome outcome(Case one, Optional<String> to) {
        boolean off = one.must() || !places.containsKey(one.machine().name());
        return to.map(h -> new Outcome(Verdict.RESTARTED, h))
                .orElse(new Outcome(off ? Verdict.DOWN : Verdict.STALLED, ""));
    }

    private List<Machine> known() {
        return rig.machines().values().stream()
                .filter(Machine::runs)
                .filter(m ->
                        m.host().isPresent() && rig.host(m.host().orElseThrow()).isPresent())
                .toList();
    }

    /**
     * Failed hosts, cut-off hosts, units that are gone, lost paths; each by priority, then name; after each, whoever waits for a host
     * is tried again, until nothing more happens.
     */
    private void settle(List<Case> all, Map<String, String> started) {
        all.sort(Comparator.comparing((Case c) -> priority(c.machine()))
                .reversed()
                .thenComparing(c -> c.machine().name()));
        for (String was = "none"; !was.equals(places + "" + started); ) {
            was = places + "" + started;
            for (Trouble trouble : Trouble.values()) {
                for (Case one : all) {
                    if (one.trouble() == trouble
                            && one.must()
                            && !started.containsKey(one.machine().name())) {
                        places.remove(one.machine().name());
                    }
                }
                startAll(all, started);
                for (Case one : all) {
                    String name = one.machine().name();
                    if (one.trouble() == trouble
                            && places.containsKey(name)
                            && !started.containsKey(name)
                            && candidate(one.machine(), one.on()).isPresent()) {
                        places.remove(name);
                        startAll(all, started);
                    }
                }
            }
        }
    }

    /** Whoever was stopped so far and runs nowhere. */
    private void startAll(List<Case> all, Map<String, String> started) {
        for (Case one : all) {
            String name = one.machine().name();
            if (!places.containsKey(name)) {
                candidate(one.machine(), one.on()).ifPresent(to -> {
                    places.put(name, to);
                    started.put(name, to);
                });
            }
        }
    }

    /** As if it ran there, after all others have found their places. */
    private Optional<Outcome> suppose(Machine machine, String host) {
        Optional<Case> found = wires.up(host) ? trouble(machine, host) : dead(machine, host);
        if (found.isEmpty()) {
            return unhelped(machine, host);
        }
        Optional<String> to = candidate(machine, host);
        return Optional.of(to.map(h -> new Outcome(Verdict.RESTARTED, h))
                .orElse(new Outcome(found.orElseThrow().must() ? Verdict.DOWN : Verdict.STALLED, "")));
    }

    /** The hosts of its cluster that it could be running on while nothing fails. */
    private List<String> hosts(Machine machine) {
        return cluster(machine).map(c -> List.copyOf(c.hosts())).orElse(List.of()).stream()
                .filter(h -> rig.host(h).isPresent() && before.up(h))
                .filter(h -> !named(rig.hosts(), h).maintenance())
                .filter(h -> offers(before, machine, h))
                .toList();
    }

    private boolean offers(OracleWires then, Machine machine, String name) {
        Host host = named(rig.hosts(), name);
        return stores(machine).stream()
                        .allMatch(d -> host.datastores().contains(d) && then.sight(name, d) == Sight.FINE)
                && host.teams().keySet().containsAll(machine.networks());
    }

    private Response response(Machine machine) {
        return cluster(machine)
                .map(c -> machine.own().or(c.protection().defaults()))
                .orElse(machine.own());
    }

    private RestartPriority priority(Machine machine) {
        return response(machine).priority().orElse(RestartPriority.MEDIUM);
    }

    private Optional<Cluster> cluster(Machine machine) {
        return machine.cluster().map(c -> rig.clusters().get(c));
    }

    private boolean helps(Machine machine) {
        return cluster(machine)
                        .filter(c -> c.protection().enabled() && c.protection().hostMonitoring())
                        .isPresent()
                && priority(machine) != RestartPriority.DISABLED;
    }

    private boolean connected(String host) {
        return rig.host(host).isPresent() && wires.up(host) && !wires.cutOff(host);
    }

    private Optional<Case> dead(Machine machine, String host) {
        return helps(machine) ? Optional.of(new Case(machine, host, Trouble.HOST, true)) : Optional.empty();
    }

    /** What HA acts on, of a machine whose host runs. */
    private Optional<Case> trouble(Machine machine, String host) {
        if (!helps(machine)) {
            return Optional.empty();
        }
        boolean cutOff = wires.cutOff(host);
        boolean isolated = cutOff
                && cluster(machine).orElseThrow().hosts().stream().anyMatch(h -> !h.equals(host) && connected(h));
        boolean beats = isolated && beats(machine, host);
        if (beats && response(machine).isolation().orElse(IsolationResponse.NONE) != IsolationResponse.NONE) {
            return Optional.of(new Case(machine, host, Trouble.ISOLATED, true));
        }
        List<Sight> seen =
                stores(machine).stream().map(d -> wires.sight(host, d)).toList();
        boolean pdl = seen.contains(Sight.PDL)
                && components(machine)
                && response(machine).pdl().orElse(PdlResponse.DISABLED) == PdlResponse.RESTART;
        ApdResponse answer = response(machine).apd().orElse(ApdResponse.DISABLED);
        boolean handled = seen.contains(Sight.APD)
                && components(machine)
                && named(rig.hosts(), host).apd().handled();
        boolean blind = handled && cutOff && answer == ApdResponse.RESTART_AGGRESSIVE;
        boolean cautious = handled
                && !cutOff
                && (answer == ApdResponse.RESTART_AGGRESSIVE || answer == ApdResponse.RESTART_CONSERVATIVE);
        if (isolated && !beats && (seen.contains(Sight.PDL) || seen.contains(Sight.APD))) {
            return Optional.of(new Case(machine, host, Trouble.PRESUMED_DEAD, pdl || blind));
        }
        if (pdl) {
            return Optional.of(new Case(machine, host, Trouble.PDL, true));
        }
        return blind || cautious ? Optional.of(new Case(machine, host, Trouble.APD, blind)) : Optional.empty();
    }

    private boolean components(Machine machine) {
        return cluster(machine).orElseThrow().protection().components();
    }

    /** Whether a host shows a sign of life on a datastore that another one of its cluster has as well. */
    private boolean beats(Machine machine, String host) {
        Cluster cluster = cluster(machine).orElseThrow();
        for (String store : named(rig.hosts(), host).datastores()) {
            boolean counts = !cluster.protection().onlyThese()
                    || cluster.protection().heartbeats().contains(store);
            long having = cluster.hosts().stream()
                    .filter(h -> rig.host(h).isPresent()
                            && named(rig.hosts(), h).datastores().contains(store))
                    .count();
            if (counts && having > 1 && wires.sight(host, store) == Sight.FINE) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> stores(Machine machine) {
        Set<String> stores = new TreeSet<>(machine.disks().values());
        machine.home().ifPresent(stores::add);
        return stores;
    }

    /** What becomes of a machine that HA leaves alone. */
    private Optional<Outcome> unhelped(Machine machine, String host) {
        if (!wires.up(host)) {
            return Optional.of(new Outcome(Verdict.DOWN, ""));
        }
        if (stores(machine).stream().anyMatch(d -> wires.sight(host, d) != Sight.FINE)) {
            return Optional.of(new Outcome(Verdict.STALLED, ""));
        }
        boolean fewer = stores(machine).stream()
                .flatMap(d -> devices(d).stream())
                .anyMatch(d -> !wires.device(host, d)
                        .lit()
                        .containsAll(before.device(host, d).lit()));
        boolean dark = machine.networks().stream().anyMatch(n -> before.carries(host, n) && !wires.carries(host, n));
        return fewer || dark ? Optional.of(new Outcome(Verdict.DEGRADED, "")) : Optional.empty();
    }

    private Set<String> devices(String store) {
        Datastore found = rig.datastores().get(store);
        return found != null && found.backing() instanceof Datastore.Backing.Devices devices
                ? devices.devices()
                : Set.of();
    }

    /** The host with the most memory that nobody has reserved, one that nobody read last; then the first by name. */
    private Optional<String> candidate(Machine machine, String from) {
        Optional<String> best = Optional.empty();
        for (String host : cluster(machine).orElseThrow().hosts()) {
            if (!host.equals(from)
                    && takes(machine, host)
                    && (best.isEmpty() || memory(host) > memory(best.orElseThrow()))) {
                best = Optional.of(host);
            }
        }
        return best;
    }

    private long memory(String host) {
        return room(host, false).orElse(Long.MIN_VALUE);
    }

    private boolean takes(Machine machine, String name) {
        return connected(name)
                && !named(rig.hosts(), name).maintenance()
                && offers(wires, machine, name)
                && machine.ties().stream().noneMatch(t -> t.strength() == Strength.START)
                && fits(machine.cpuMhz(), room(name, true))
                && fits(machine.memoryMb(), room(name, false))
                && cluster(machine).orElseThrow().rules().stream().allMatch(r -> keeps(r, machine, name));
    }

    /** Who reserves nothing fits everywhere. */
    private static boolean fits(long reserved, OptionalLong room) {
        return reserved == 0 || room.orElse(Long.MAX_VALUE) >= reserved;
    }

    private OptionalLong room(String host, boolean cpu) {
        Host.Capacity all = named(rig.hosts(), host).capacity();
        OptionalLong left = cpu ? all.cpuMhz() : all.memoryMb();
        for (Map.Entry<String, String> place : places.entrySet()) {
            Machine there = named(rig.machines(), place.getKey());
            if (place.getValue().equals(host) && left.isPresent()) {
                left = OptionalLong.of(left.getAsLong() - (cpu ? there.cpuMhz() : there.memoryMb()));
            }
        }
        return left;
    }

    private boolean keeps(Rule rule, Machine machine, String host) {
        if (!rule.machines().contains(machine.name())) {
            return true;
        }
        List<String> others = rule.machines().stream()
                .filter(m -> !m.equals(machine.name()) && places.containsKey(m))
                .map(places::get)
                .toList();
        return switch (rule.kind()) {
            case APART -> !others.contains(host);
            case TOGETHER -> !rule.mandatory() || others.stream().allMatch(host::equals);
            case ON_HOSTS -> !rule.mandatory() || rule.hosts().contains(host);
            case OFF_HOSTS -> !rule.mandatory() || !rule.hosts().contains(host);
        };
    }
}
