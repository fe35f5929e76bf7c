package io.twinpath.rig;

import io.twinpath.rig.CutSet.Target;
import io.twinpath.rig.CutSet.What;
import io.twinpath.rig.Standing.Core;
import io.twinpath.rig.part.Component;
import io.twinpath.rig.part.Machine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the smallest sets of parts whose failure stalls or loses a machine, takes a datastore from a host or cuts a host off. What
 * is lost before anything fails is no target.
 *
 * <p>How, and why nothing is missed. A host depends only on the parts that its circuit names. So under two failures a host that just
 * one of them touches stands as under that one alone, and only hosts that both touch are worked out again. What is lost on a host
 * follows from how it stands, and what is lost in a pool from how the hosts of that pool stand. So a pair can take away something
 * new only on a host, or in a pool, that it leaves otherwise than each of its parts alone does; all others are passed over.
 *
 * <p>So the parts are numbered, and for each host the numbers of those that touch it are kept as bits, and for each pool of those that
 * change a host of it. The partners of a part are the union of the bits of its hosts and its pools; nobody looks at other pairs.
 *
 * <p>Cost: for single parts the hosts that each touches. For pairs one union of bits for each host that a part touches; for each pair with
 * a common host an evaluation of the hosts that both touch; then HA's turn in the pools that are left. With n hosts of k own parts each, s shared
 * parts and clusters of c hosts that is about n(k + s)² evaluations of a host and nc turns, and not the square of n(k + s).
 */
public final class CutSets {

    /**
     * One part, what it changes and what it takes away.
     *
     * @param pools that hosts which it changes matter to
     */
    private record Single(
            Component part,
            SortedSet<String> touched,
            SortedMap<String, Core> changed,
            SortedSet<String> pools,
            Set<Target> targets) {}

    private static final BitSet NOBODY = new BitSet();

    private final Failing failing;
    private final Site site;
    private final List<Single> singles = new ArrayList<>();

    private CutSets(Failing failing) {
        this.failing = failing;
        this.site = failing.site();
        failing.components().forEach(part -> singles.add(single(part)));
    }

    /**
     * All of them, singles before pairs, then in the order of their parts.
     *
     * @param depth the most parts that fail at once: 1 or 2
     */
    public static List<CutSet> of(Failing failing, int depth) {
        if (depth < 1 || depth > 2) {
            throw new IllegalArgumentException("one or two parts fail at once, not " + depth);
        }
        CutSets search = new CutSets(failing);
        List<CutSet> found = new ArrayList<>();
        for (Single single : search.singles) {
            add(found, List.of(single.part()), single.targets());
        }
        if (depth == 2) {
            search.pairs(found);
        }
        return List.copyOf(found);
    }

    private void pairs(List<CutSet> found) {
        Map<String, BitSet> onHost = new HashMap<>();
        Map<String, BitSet> inPool = new HashMap<>();
        for (int i = 0; i < singles.size(); i++) {
            mark(i, singles.get(i).touched(), onHost);
            mark(i, singles.get(i).pools(), inPool);
        }
        for (int i = 0; i < singles.size(); i++) {
            Single one = singles.get(i);
            BitSet partners = new BitSet();
            one.touched().forEach(host -> partners.or(onHost.getOrDefault(host, NOBODY)));
            one.pools().forEach(pool -> partners.or(inPool.getOrDefault(pool, NOBODY)));
            for (int j = partners.nextSetBit(i + 1); j >= 0; j = partners.nextSetBit(j + 1)) {
                add(found, List.of(one.part(), singles.get(j).part()), pair(one, singles.get(j)));
            }
        }
    }

    private static void mark(int number, Set<String> places, Map<String, BitSet> by) {
        places.forEach(place -> by.computeIfAbsent(place, p -> new BitSet()).set(number));
    }

    private static void add(List<CutSet> found, List<Component> parts, Set<Target> targets) {
        if (!targets.isEmpty()) {
            found.add(new CutSet(new TreeSet<>(parts), new TreeSet<>(targets)));
        }
    }

    private Single single(Component part) {
        SortedSet<String> touched = site.touched(Set.of(part));
        SortedMap<String, Core> changed = new TreeMap<>();
        work(touched, site.outage(Set.of(part)), changed);
        SortedSet<String> pools = new TreeSet<>();
        changed.keySet().forEach(host -> pools.addAll(site.poolsOf(host)));
        return new Single(part, touched, changed, pools, targets(changed, changed.keySet(), pools));
    }

    private void work(Set<String> hosts, Outage outage, SortedMap<String, Core> changed) {
        for (String host : hosts) {
            Core core = site.circuit(host).standing(outage).core();
            if (core.equals(before(host))) {
                changed.remove(host);
            } else {
                changed.put(host, core);
            }
        }
    }

    private Core before(String host) {
        return Objects.requireNonNull(site.before().get(host), host).core();
    }

    private Set<Target> pair(Single one, Single other) {
        Set<String> both = common(one.touched(), other.touched());
        SortedMap<String, Core> changed = new TreeMap<>(one.changed());
        changed.putAll(other.changed());
        if (!both.isEmpty()) {
            work(both, site.outage(Set.of(one.part(), other.part())), changed);
        }
        Set<String> beyondOne = differing(changed, one.changed());
        Set<String> beyondOther = differing(changed, other.changed());
        if (beyondOne.isEmpty() || beyondOther.isEmpty()) {
            return Set.of();
        }
        Set<String> pools = common(pools(beyondOne), pools(beyondOther));
        Set<Target> targets = new HashSet<>(targets(changed, common(beyondOne, beyondOther), pools));
        targets.removeAll(one.targets());
        targets.removeAll(other.targets());
        return targets;
    }

    private SortedSet<String> pools(Set<String> hosts) {
        SortedSet<String> pools = new TreeSet<>();
        hosts.forEach(host -> pools.addAll(site.poolsOf(host)));
        return pools;
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        if (one.size() > other.size()) {
            return common(other, one);
        }
        Set<String> common = new TreeSet<>();
        for (String item : one) {
            if (other.contains(item)) {
                common.add(item);
            }
        }
        return common;
    }

    private static Set<String> differing(Map<String, Core> one, Map<String, Core> other) {
        Set<String> hosts = new TreeSet<>(one.keySet());
        hosts.addAll(other.keySet());
        hosts.removeIf(host -> Objects.equals(one.get(host), other.get(host)));
        return hosts;
    }

    private Set<Target> targets(SortedMap<String, Core> changed, Set<String> hosts, Set<String> pools) {
        Set<Target> targets = new HashSet<>();
        hosts.forEach(host -> onHost(host, changed.getOrDefault(host, before(host)), targets));
        Standings standings = site.standings(changed);
        pools.forEach(pool -> inPool(pool, standings, targets));
        return targets;
    }

    private void onHost(String host, Core now, Set<Target> targets) {
        Core earlier = before(host);
        if (!now.up()) {
            return;
        }
        if (now.cutOff() && !earlier.cutOff()) {
            targets.add(new Target(What.MANAGEMENT, host, ""));
        }
        Circuit circuit = site.circuit(host);
        for (String datastore : circuit.host().datastores()) {
            int number = circuit.numbers().getOrDefault(datastore, 0);
            if (now.lost(number) && !earlier.lost(number)) {
                targets.add(new Target(What.DATASTORE, datastore, host));
            }
        }
    }

    private void inPool(String name, Standings standings, Set<Target> targets) {
        Pool pool = site.pool(name);
        SortedMap<String, SortedMap<String, Fate>> earlier = failing.before().getOrDefault(name, new TreeMap<>());
        Turn.of(site, pool, standings, false)
                .forEach((machine, fates) -> fates.forEach((host, fate) -> {
                    Optional<Fate> was = Turn.of(earlier, machine, host);
                    if (fate.lost() && was.filter(Fate::lost).isEmpty() && runs(machine)) {
                        targets.add(new Target(What.MACHINE, machine, ""));
                    }
                }));
    }

    private boolean runs(String machine) {
        return site.running(machine).filter(Machine::runs).isPresent();
    }
}
