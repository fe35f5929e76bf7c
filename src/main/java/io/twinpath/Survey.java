package io.twinpath;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Result;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Snapshot;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import io.twinpath.probe.HostClock;
import io.twinpath.risk.Risks;
import io.twinpath.risk.Scenes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One look at everything that failures depend on, and the states of the site that follow from it.
 *
 * @param scenes what was found, and what the spec asks of it
 */
public record Survey(Scenes scenes) {

    /** What was found. */
    public Snapshot snapshot() {
        return scenes.snapshot();
    }

    /** As the site is. */
    public Outlook now() {
        return new Outlook(scenes.live());
    }

    /** As it will be when everything is done that can be done now. */
    public Outlook planned() {
        return new Outlook(scenes.after());
    }

    /** As the spec wants it, persons having done their part. */
    public Outlook wanted() {
        return new Outlook(scenes.wanted());
    }

    /** As it will be after a plan; failed when the plan was made for another spec or another site. */
    public Result<Outlook> after(Plan plan) {
        List<Change<?>> done = pending(plan);
        Set<Address> known = done.stream().map(Change::address).collect(Collectors.toSet());
        return plan.steps().stream()
                .filter(step -> !known.contains(step.address()))
                .findFirst()
                .<Result<Outlook>>map(step -> Result.failed(stale(step)))
                .orElseGet(() -> Result.ok(new Outlook(scenes.after(done))));
    }

    /** What a plan does to risks; of a step that today's site has no use for nothing is said. */
    public Risks.Difference shift(Plan plan) {
        return now().risks().to(new Outlook(scenes.after(pending(plan))).risks());
    }

    /** What a plan changes. */
    public List<Change<?>> pending(Plan plan) {
        Set<Address> steps = plan.steps().stream().map(Step::address).collect(Collectors.toSet());
        return scenes.changes().stream()
                .filter(change -> steps.contains(change.address()))
                .filter(Change::isPending)
                .toList();
    }

    /** The same with clocks, for risks: {@link Site#clocks}. */
    public Survey with(Map<String, HostClock> clocks) {
        SortedMap<String, Duration> ahead = new TreeMap<>();
        clocks.forEach((host, clock) -> ahead.put(host, clock.ahead()));
        return new Survey(scenes.with(ahead));
    }

    private static Diagnostic stale(Step step) {
        return Diagnostic.error(
                        "RSK0004",
                        "A plan of another day",
                        "The plan changes " + step.address()
                                + ", and with the spec and the site of today there is nothing to change or no way to do it.")
                .hint("Make the plan anew: twinpath plan -o FILE");
    }
}
