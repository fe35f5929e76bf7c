package io.twinpath;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.rig.Components;
import io.twinpath.rig.Effects;
import io.twinpath.rig.part.Component;
import io.twinpath.risk.Risks;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.readiness.Readiness;
import io.twinpath.risk.readiness.Ready;
import io.twinpath.risk.rule.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One state of a site, and what follows from it: what is dangerous, what a failure does, what can move. Nobody is asked anything
 * for that.
 *
 * @param scene all that is known of the state
 */
public record Outlook(Scene scene) {

    /** What a single failure would take down, and what else is dangerous, the worst first. */
    public Risks risks() {
        return risks(Rules.standard());
    }

    /** The same by rules of one's own choice. */
    public Risks risks(Collection<? extends Rule> rules) {
        return Risks.of(scene, rules);
    }

    /** Everything that can fail. */
    public SortedSet<Component> components() {
        return scene.failures().components();
    }

    /**
     * What happens when parts fail, all at once.
     *
     * @param components as for {@code twinpath whatif}, such as {@code card:esx1.lab/5}
     * @return failed when there is no such part
     */
    public Result<Effects> whatif(Collection<String> components) {
        Components known = Components.of(scene.rig(), scene.failures());
        SortedSet<Component> failed = new TreeSet<>();
        List<Diagnostic> wrong = new ArrayList<>();
        for (String text : components) {
            switch (known.parse(text)) {
                case Result.Ok<Component> ok -> failed.add(ok.value());
                case Result.Failed<Component> no -> wrong.addAll(no.diagnostics());
            }
        }
        return wrong.isEmpty() ? Result.ok(scene.failures().effects(failed)) : new Result.Failed<>(wrong);
    }

    /** Whether each virtual machine can move and be restarted, in the order of their names. */
    public List<Ready> readiness() {
        return new Readiness(scene).all();
    }

    /** The same of one machine; empty when there is none of this name. */
    public Optional<Ready> readiness(String machine) {
        return new Readiness(scene).of(machine);
    }
}
