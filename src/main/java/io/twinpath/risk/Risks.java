package io.twinpath.risk;

import io.twinpath.kind.policy.Policy;
import io.twinpath.rig.Effects;
import io.twinpath.rig.MachineEffect.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything dangerous in one state of a site, judged by its policies.
 *
 * @param all the worst first; accepted ones among them
 * @param broken what is out of order without a failure, in the words of {@link Effect#who}
 */
public record Risks(List<Judged> all, SortedSet<String> broken) {

    /** What a machine survives. */
    private static final Set<String> BEARABLE = Set.of("degraded", "restarted");

    public Risks {
        all = List.copyOf(all);
        broken = Collections.unmodifiableSortedSet(new TreeSet<>(broken));
    }

    /** Of a site on which everything works. */
    public Risks(List<Judged> all) {
        this(all, new TreeSet<>());
    }

    /** Asks rules. */
    public static Risks of(Scene scene, Collection<? extends Rule> rules) {
        List<Finding> findings = new ArrayList<>();
        rules.forEach(rule -> findings.addAll(rule.findings(scene)));
        Policies policies = new Policies(scene.spec(), scene.now());
        return new Risks(
                findings.stream()
                        .distinct()
                        .sorted(Finding.ORDER)
                        .map(policies::judge)
                        .toList(),
                broken(scene.failures().baseline()));
    }

    /** Those that some of these hosts take part in. */
    public Risks on(Set<String> hosts) {
        return new Risks(
                all.stream()
                        .filter(judged -> judged.finding().hosts().stream().anyMatch(hosts::contains))
                        .toList(),
                broken);
    }

    private static SortedSet<String> broken(Effects baseline) {
        SortedSet<String> broken = new TreeSet<>();
        baseline.machines().values().stream()
                .filter(m -> m.verdict() == Verdict.STALLED || m.verdict() == Verdict.DOWN)
                .forEach(m -> broken.add(Effect.who(Effect.Subject.VM, m.machine(), Optional.empty())));
        baseline.hosts().forEach(h -> broken.add(Effect.who(Effect.Subject.HOST, h.host(), Optional.empty())));
        baseline.datastores()
                .forEach(d -> broken.add(Effect.who(Effect.Subject.DATASTORE, d.datastore(), Optional.of(d.host()))));
        return broken;
    }

    /** Those that nobody has accepted. */
    public List<Judged> open() {
        return all.stream().filter(judged -> !judged.accepted()).toList();
    }

    public List<Judged> accepted() {
        return all.stream().filter(Judged::accepted).toList();
    }

    /**
     * What a plan does to risks. What is out of order already is not taken by a failure: a first single way to it opens nothing.
     *
     * @param opens those that come with it
     * @param worsens those that do more harm afterwards than before
     * @param closes those that go
     * @param leaves those that stay
     */
    public record Difference(List<Judged> opens, List<Judged> worsens, List<Judged> closes, List<Judged> leaves) {
        public Difference {
            opens = List.copyOf(opens);
            worsens = List.copyOf(worsens);
            closes = List.copyOf(closes);
            leaves = List.copyOf(leaves);
        }

        /** Those for which it is refused. */
        public List<Judged> refused() {
            List<Judged> refused = new ArrayList<>(opens);
            refused.addAll(worsens);
            refused.removeIf(judged -> judged.accepted() || judged.level() != Policy.Level.REFUSE);
            return refused;
        }
    }

    /** From this state to another one. */
    public Difference to(Risks after) {
        Map<String, Judged> before = byId();
        Map<String, Judged> later = after.byId();
        List<Judged> opens = new ArrayList<>();
        List<Judged> worsens = new ArrayList<>();
        List<Judged> leaves = new ArrayList<>();
        later.forEach((id, judged) -> {
            Judged was = before.get(id);
            Set<String> known = new HashSet<>(broken);
            if (was != null) {
                known.addAll(harmed(was.finding()));
            }
            Set<String> harmed = harmed(judged.finding());
            boolean same = known.containsAll(harmed) && (was != null || !harmed.isEmpty());
            (same ? leaves : was == null ? opens : worsens).add(judged);
        });
        List<Judged> closes = before.entrySet().stream()
                .filter(entry -> !later.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Difference(opens, worsens, closes, leaves);
    }

    /** Who does not go on; how a machine hangs or lies dead is all the same. */
    private static Set<String> harmed(Finding finding) {
        return finding.effects().stream()
                .filter(effect -> !BEARABLE.contains(effect.effect()))
                .map(effect -> Effect.who(effect.subject(), effect.name(), effect.host()))
                .collect(Collectors.toSet());
    }

    private Map<String, Judged> byId() {
        Map<String, Judged> byId = new LinkedHashMap<>();
        all.forEach(judged -> byId.put(judged.finding().id(), judged));
        return byId;
    }
}
