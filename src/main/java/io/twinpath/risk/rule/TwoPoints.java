package io.twinpath.risk.rule;

import io.twinpath.rig.CutSet;
import io.twinpath.rig.CutSets;
import io.twinpath.rig.Effects;
import io.twinpath.rig.part.Component;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Two parts that together take what neither takes alone. Asked for by itself: every site has such pairs, and knowing them is not
 * the same as a safeguard that is missing. A port is told as its card and a cable as its port where these do as much.
 */
public final class TwoPoints implements Rule {

    @Override
    public String code() {
        return "RSK0102";
    }

    @Override
    public String summary() {
        return "Two failures at once";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        Map<SortedSet<Component>, SortedSet<CutSet.Target>> pairs = new HashMap<>();
        for (CutSet cut : CutSets.of(scene.failures(), 2)) {
            if (cut.components().size() == 2) {
                pairs.put(cut.components(), cut.targets());
            }
        }
        Bearers bearers = new Bearers(scene.rig());
        List<Finding> findings = new ArrayList<>();
        pairs.forEach((pair, targets) -> {
            if (!told(bearers, pair, targets, pairs)) {
                findings.add(finding(scene, pair));
            }
        });
        return findings;
    }

    /** Whether another pair, with a card in the place of its port, does the same. */
    private static boolean told(
            Bearers bearers,
            SortedSet<Component> pair,
            SortedSet<CutSet.Target> targets,
            Map<SortedSet<Component>, SortedSet<CutSet.Target>> pairs) {
        for (Component part : pair) {
            for (Component bearer : bearers.of(part)) {
                SortedSet<Component> larger = new TreeSet<>(pair);
                larger.remove(part);
                larger.add(bearer);
                SortedSet<CutSet.Target> more = pairs.get(larger);
                if (more != null && more.containsAll(targets)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Finding finding(Scene scene, SortedSet<Component> pair) {
        Effects effects = scene.failures().effects(pair);
        String title = "If " + Words.of(scene.rig(), pair.first()) + " and " + Words.of(scene.rig(), pair.last())
                + " fail together, " + Harm.clause(effects) + ".";
        return Finding.of(code(), Severity.LOW, title, pair)
                .with(pair, Harm.of(effects))
                .on(Harm.hosts(effects))
                .assuming(effects.assumptions());
    }
}
