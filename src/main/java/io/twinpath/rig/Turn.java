package io.twinpath.rig;

import io.twinpath.rig.MachineEffect.Verdict;
import io.twinpath.rig.part.Machine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * HA's turn in one pool: who is in trouble, who is started where, who is left. Machines with a high restart priority go first,
 * of equals the first by name; a machine that waits for its turn runs nowhere.
 *
 * <p>A machine whose host nobody told is looked at on every host that it can be on, alone, after all others have taken their room.
 */
final class Turn {

    private final Site site;
    private final Pool pool;
    private final Standings now;
    private final boolean explain;
    private final Restarts restarts;

    private Turn(Site site, Pool pool, Standings now, boolean explain) {
        this.site = site;
        this.pool = pool;
        this.now = now;
        this.explain = explain;
        this.restarts = new Restarts(site, pool, now);
    }

    /**
     * What becomes of all machines of a pool that are in trouble, by machine and the host that they are or may be on.
     *
     * @param explain whether to say why no host takes a machine
     */
    static SortedMap<String, SortedMap<String, Fate>> of(Site site, Pool pool, Standings now, boolean explain) {
        return new Turn(site, pool, now, explain).fates();
    }

    private SortedMap<String, SortedMap<String, Fate>> fates() {
        SortedMap<String, SortedMap<String, Fate>> fates = new TreeMap<>();
        SortedSet<String> unsound = now.unsound();
        List<Plight> queue = new ArrayList<>();
        for (String host : unsound) {
            for (Machine machine : pool.fixed().getOrDefault(host, List.of())) {
                Plight.of(site, pool, now, machine, host).ifPresent(queue::add);
            }
        }
        queue.sort(order());
        queue.stream().filter(Plight::restart).forEach(p -> restarts.stop(p.machine()));
        queue.forEach(plight -> put(fates, plight, settle(plight, true)));
        for (Machine machine : pool.floating()) {
            for (String host : site.possible(machine)) {
                if (unsound.contains(host)) {
                    Plight.of(site, pool, now, machine, host).ifPresent(p -> put(fates, p, settle(p, false)));
                }
            }
        }
        return fates;
    }

    private static void put(SortedMap<String, SortedMap<String, Fate>> fates, Plight plight, Fate fate) {
        fates.computeIfAbsent(plight.machine().name(), m -> new TreeMap<>()).put(plight.on(), fate);
    }

    private Comparator<Plight> order() {
        return Comparator.comparing((Plight p) -> pool.priority(p.machine()))
                .reversed()
                .thenComparing(p -> p.machine().name());
    }

    private Fate settle(Plight plight, boolean takes) {
        Machine machine = plight.machine();
        Optional<String> to = plight.restart() ? restarts.choose(machine, plight.on()) : Optional.empty();
        if (to.isPresent()) {
            if (takes) {
                restarts.start(machine, to.orElseThrow());
            }
            return new Fate(Verdict.RESTARTED, plight.on(), to, plight.trouble(), List.of());
        }
        List<Refusal> refusals = explain && plight.restart() ? restarts.refusals(machine, plight.on()) : List.of();
        if (takes && plight.otherwise() == Verdict.STALLED) {
            restarts.stay(machine);
        }
        return new Fate(plight.otherwise(), plight.on(), Optional.empty(), plight.trouble(), refusals);
    }

    /** Whether two turns end in the same way for one machine on one host. */
    static boolean same(Optional<Fate> one, Optional<Fate> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.orElseThrow().ends(other.orElseThrow()));
    }

    /** What became of a machine on a host, when anything did. */
    static Optional<Fate> of(Map<String, SortedMap<String, Fate>> fates, String machine, String host) {
        SortedMap<String, Fate> byHost = fates.get(machine);
        return byHost == null ? Optional.empty() : Optional.ofNullable(byHost.get(host));
    }
}
