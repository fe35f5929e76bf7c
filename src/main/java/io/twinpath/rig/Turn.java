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
 * HA's turn in one pool: who is in trouble, who is started where, who is left. {@link Restarts} says in which order.
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
        restarts.settle(queue);
        queue.forEach(plight -> put(fates, plight, fate(plight)));
        for (Machine machine : pool.floating()) {
            for (String host : site.possible(machine)) {
                if (unsound.contains(host)) {
                    Plight.of(site, pool, now, machine, host).ifPresent(p -> put(fates, p, alone(p)));
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

    private Fate fate(Plight plight) {
        Machine machine = plight.machine();
        Optional<String> to = restarts.placed(machine);
        Verdict left = restarts.stopped(machine) ? Verdict.DOWN : plight.otherwise();
        return fate(plight, to, left);
    }

    private Fate alone(Plight plight) {
        Optional<String> to = plight.restart() ? restarts.choose(plight.machine(), plight.on()) : Optional.empty();
        return fate(plight, to, plight.otherwise());
    }

    private Fate fate(Plight plight, Optional<String> to, Verdict left) {
        List<Refusal> refusals = explain && plight.restart() && to.isEmpty()
                ? restarts.refusals(plight.machine(), plight.on())
                : List.of();
        return new Fate(to.isPresent() ? Verdict.RESTARTED : left, plight.on(), to, plight.trouble(), refusals);
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
