package io.twinpath.risk;

import io.twinpath.kind.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything dangerous in one state of a site, judged by its policies.
 *
 * @param all the worst first; accepted ones among them
 */
public record Risks(List<Judged> all) {

    /** What a machine survives. */
    private static final Set<String> BEARABLE = Set.of("degraded", "restarted");

    public Risks {
        all = List.copyOf(all);
    }

    /** Asks rules. */
    public static Risks of(Scene scene, Collection<? extends Rule> rules) {
        List<Finding> findings = new ArrayList<>();
        rules.forEach(rule -> findings.addAll(rule.findings(scene)));
        Policies policies = new Policies(scene.spec(), scene.now());
        return new Risks(findings.stream()
                .distinct()
                .sorted(Finding.ORDER)
                .map(policies::judge)
                .toList());
    }

    /** Those that some of these hosts take part in. */
    public Risks on(Set<String> hosts) {
        return new Risks(all.stream()
                .filter(judged -> judged.finding().hosts().stream().anyMatch(hosts::contains))
                .toList());
    }

    /** Those that nobody has accepted. */
    public List<Judged> open() {
        return all.stream().filter(judged -> !judged.accepted()).toList();
    }

    public List<Judged> accepted() {
        return all.stream().filter(Judged::accepted).toList();
    }

    /**
     * What a plan does to risks.
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
            (was == null ? opens : worse(was.finding(), judged.finding()) ? worsens : leaves).add(judged);
        });
        List<Judged> closes = before.entrySet().stream()
                .filter(entry -> !later.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Difference(opens, worsens, closes, leaves);
    }

    /** Whether somebody is harmed afterwards who was not before. How a machine hangs or lies dead is all the same. */
    private static boolean worse(Finding before, Finding after) {
        Set<String> harmed = harmed(before);
        return !harmed.containsAll(harmed(after));
    }

    private static Set<String> harmed(Finding finding) {
        return finding.effects().stream()
                .filter(effect -> !BEARABLE.contains(effect.effect()))
                .map(effect -> effect.subject() + " " + effect.name()
                        + effect.host().map(host -> " " + host).orElse(""))
                .collect(Collectors.toSet());
    }

    private Map<String, Judged> byId() {
        Map<String, Judged> byId = new LinkedHashMap<>();
        all.forEach(judged -> byId.put(judged.finding().id(), judged));
        return byId;
    }
}
