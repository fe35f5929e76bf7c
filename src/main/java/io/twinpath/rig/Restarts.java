package io.twinpath.rig;

import io.twinpath.rig.Fate.Trouble;
import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.Refusal.Why;
import io.twinpath.rig.part.Cluster.Rule;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Machine.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds hosts for machines that HA starts again, one after the other, each taking its room and leaving that which it had. HA takes the
 * host that is fit and has the most memory that nobody reserved, and of equals the first by name.
 *
 * <p>No document orders what HA does about several troubles at once. Our reading: failed hosts, cut-off hosts, units that are gone,
 * lost paths; each by priority, then name; and after each, whoever waits for a host is tried again, until nothing more happens.
 */
final class Restarts {

    private static final List<Trouble> ORDER =
            List.of(Trouble.HOST_DOWN, Trouble.ISOLATED, Trouble.PRESUMED_DEAD, Trouble.PDL, Trouble.APD);

    private final Site site;
    private final Pool pool;
    private final Standings now;
    /** By identity: {@link Site#needs} has one object for equal ones. */
    private final IdentityHashMap<Needs, Takers> takers = new IdentityHashMap<>();

    private final Map<String, Long> cpuTaken = new HashMap<>();
    private final Map<String, Long> memoryTaken = new HashMap<>();
    private final Map<String, String> placed = new HashMap<>();
    private final Set<String> off = new HashSet<>();
    private int changes;
    private int tried;

    Restarts(Site site, Pool pool, Standings now) {
        this.site = site;
        this.pool = pool;
        this.now = now;
    }

    /**
     * What becomes of machines in trouble. A host that dies, an isolation response and the loss of a unit stop a machine at once; one
     * that hangs is stopped only when there is a host for it.
     *
     * @param queue in the order in which HA takes care of them
     */
    void settle(List<Plight> queue) {
        List<Plight> hopeful = queue.stream().filter(Plight::restart).toList();
        int before;
        do {
            before = changes;
            for (Trouble trouble : ORDER) {
                hopeful.stream().filter(p -> p.trouble() == trouble).forEach(this::stopWhatMust);
                retry(hopeful);
                hopeful.stream().filter(p -> p.trouble() == trouble).forEach(p -> stopWhatCan(p, hopeful));
            }
        } while (changes > before);
    }

    private void stopWhatMust(Plight plight) {
        if (plight.otherwise() == Verdict.DOWN && !stopped(plight.machine())) {
            stop(plight);
        }
    }

    private void stopWhatCan(Plight plight, List<Plight> hopeful) {
        if (!stopped(plight.machine()) && choose(plight.machine(), plight.on()).isPresent()) {
            stop(plight);
            retry(hopeful);
        }
    }

    private void stop(Plight plight) {
        Machine machine = plight.machine();
        off.add(machine.name());
        cpuTaken.merge(plight.on(), -machine.cpuMhz(), Long::sum);
        memoryTaken.merge(plight.on(), -machine.memoryMb(), Long::sum);
        changes++;
    }

    private void retry(List<Plight> hopeful) {
        if (tried == changes) {
            return; // nothing is otherwise than when they were refused
        }
        tried = changes;
        for (Plight plight : hopeful) {
            if (stopped(plight.machine()) && placed(plight.machine()).isEmpty()) {
                choose(plight.machine(), plight.on()).ifPresent(host -> start(plight.machine(), host));
            }
        }
    }

    /** Whether HA took it down, or found it down. */
    boolean stopped(Machine machine) {
        return off.contains(machine.name());
    }

    /** Where it was started again. */
    Optional<String> placed(Machine machine) {
        return Optional.ofNullable(placed.get(machine.name()));
    }

    /** The host that HA would choose; nothing is taken yet. */
    Optional<String> choose(Machine machine, String from) {
        Optional<String> best = Optional.empty();
        for (String host : pool.byRoom()) {
            if (!placedOn(host) && refusal(machine, from, host).isEmpty()) {
                best = Optional.of(host);
                break;
            }
        }
        for (String host : touched()) {
            if (refusal(machine, from, host).isEmpty() && (best.isEmpty() || better(host, best.orElseThrow()))) {
                best = Optional.of(host);
            }
        }
        return best;
    }

    private boolean placedOn(String host) {
        return memoryTaken.containsKey(host);
    }

    private SortedSet<String> touched() {
        return new TreeSet<>(memoryTaken.keySet());
    }

    private boolean better(String host, String other) {
        int byMemory = Long.compare(memoryFirst(host), memoryFirst(other));
        return byMemory != 0 ? byMemory > 0 : host.compareTo(other) < 0;
    }

    private long memoryFirst(String host) {
        OptionalLong left = memory(host);
        return left.orElse(Long.MIN_VALUE);
    }

    private OptionalLong memory(String host) {
        return less(site.room().memory(host), memoryTaken.getOrDefault(host, 0L));
    }

    private OptionalLong cpu(String host) {
        return less(site.room().cpu(host), cpuTaken.getOrDefault(host, 0L));
    }

    private static OptionalLong less(OptionalLong amount, long taken) {
        return amount.isEmpty() ? amount : OptionalLong.of(amount.getAsLong() - taken);
    }

    private void start(Machine machine, String host) {
        changes++;
        placed.put(machine.name(), host);
        cpuTaken.merge(host, machine.cpuMhz(), Long::sum);
        memoryTaken.merge(host, machine.memoryMb(), Long::sum);
    }

    /** Why each other host of the cluster does not take a machine, when none does. */
    List<Refusal> refusals(Machine machine, String from) {
        List<Refusal> refusals = new ArrayList<>();
        for (String host : pool.hosts()) {
            if (!host.equals(from)) {
                refusal(machine, from, host).ifPresent(refusals::add);
            }
        }
        return refusals;
    }

    /** Why a host does not take a machine now; empty when it does. */
    private Optional<Refusal> refusal(Machine machine, String from, String name) {
        if (name.equals(from)) {
            return Refusal.of(name, Why.OWN, name);
        }
        return takers(machine)
                .refusal(name)
                .or(() -> tie(machine, name))
                .or(() -> room(machine, name))
                .or(() -> rule(machine, name));
    }

    private Takers takers(Machine machine) {
        return takers.computeIfAbsent(site.needs(machine), needs -> new Takers(site, now, needs));
    }

    private static Optional<Refusal> tie(Machine machine, String name) {
        for (Tie tie : machine.ties()) {
            if (tie.strength() == Tie.Strength.START) {
                return Refusal.of(name, Why.TIE, tie.what());
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> room(Machine machine, String name) {
        if (machine.cpuMhz() > 0 && cpu(name).orElse(Long.MAX_VALUE) < machine.cpuMhz()) {
            return Refusal.of(name, Why.CPU, Long.toString(cpu(name).orElse(0)));
        }
        if (machine.memoryMb() > 0 && memory(name).orElse(Long.MAX_VALUE) < machine.memoryMb()) {
            return Refusal.of(name, Why.MEMORY, Long.toString(memory(name).orElse(0)));
        }
        return Optional.empty();
    }

    private Optional<Refusal> rule(Machine machine, String name) {
        for (Rule rule : pool.ruled().getOrDefault(machine.name(), List.of())) {
            if (!allows(rule, machine, name)) {
                return Refusal.of(name, Why.RULE, rule.name());
            }
        }
        return Optional.empty();
    }

    private boolean allows(Rule rule, Machine machine, String name) {
        return switch (rule.kind()) {
            case ON_HOSTS -> rule.hosts().contains(name);
            case OFF_HOSTS -> !rule.hosts().contains(name);
            case APART -> others(rule, machine).stream().noneMatch(name::equals);
            case TOGETHER -> others(rule, machine).stream().allMatch(name::equals);
        };
    }

    /** Where the other machines of a rule run at this moment. */
    private List<String> others(Rule rule, Machine machine) {
        List<String> hosts = new ArrayList<>();
        for (String other : rule.machines()) {
            if (!other.equals(machine.name())) {
                where(other).ifPresent(hosts::add);
            }
        }
        return hosts;
    }

    private Optional<String> where(String name) {
        if (placed.containsKey(name)) {
            return Optional.of(placed.get(name));
        }
        return off.contains(name)
                ? Optional.empty()
                : site.running(name)
                        .flatMap(Machine::host)
                        .filter(host -> now.of(host).up());
    }
}
