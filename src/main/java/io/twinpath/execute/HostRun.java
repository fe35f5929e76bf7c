package io.twinpath.execute;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Writer;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The steps of one host, over one session. Goes on after a failed step with those that do not need it. */
final class HostRun {

    private final Plan plan;
    private final Driver driver;
    private final Freshness freshness;
    private final StepRun.Readings readings;
    private final Event.Listener listener;
    private final BooleanSupplier stop;
    private final Map<String, StepResult> results;

    /**
     * @param results of the whole run, by step id; shared by hosts that run at the same time
     */
    HostRun(
            Plan plan,
            Driver driver,
            Freshness freshness,
            StepRun.Readings readings,
            Event.Listener listener,
            BooleanSupplier stop,
            Map<String, StepResult> results) {
        this.plan = plan;
        this.driver = driver;
        this.freshness = freshness;
        this.readings = readings;
        this.listener = listener;
        this.stop = stop;
        this.results = results;
    }

    void run(String host, List<Step> steps) {
        listener.on(new Event.HostStarted(host, steps.size()));
        try (Line line = new Line(driver, host)) {
            Optional<Verdict> verdict = beforeAll(line, host);
            for (Step step : steps) {
                Optional<Verdict> already = verdict.or(() -> without(step));
                Verdict ended = already.isPresent() ? already.orElseThrow() : step(line, step);
                end(step, ended);
                verdict = verdict.or(() -> leavesHost(ended));
            }
        }
        listener.on(new Event.HostEnded(host));
    }

    /** Looks once more at everything on this host: its turn may come long after the first look. */
    private Optional<Verdict> beforeAll(Line line, String host) {
        if (stop.getAsBoolean()) {
            return Optional.of(new Verdict.Cancelled());
        }
        if (hasBegun(host)) {
            return Optional.empty(); // its own steps have moved facts since; each step still looks at its own
        }
        try {
            return switch (freshness.ofHost(host, line.writer(), !results.isEmpty())) {
                case HostCheck.Fresh fresh -> Optional.empty();
                case HostCheck.Stale stale -> Optional.of(new Verdict.Stale(String.join(" ", stale.reasons())));
                case HostCheck.Unreached u -> Optional.of(new Verdict.Unreached(u.problem(), u.reason()));
            };
        } catch (DriverException e) {
            return Optional.of(unreached(e));
        }
    }

    private boolean hasBegun(String host) {
        return plan.steps().stream().anyMatch(s -> s.place().equals(host) && results.containsKey(s.id()));
    }

    /** Why a step is not even begun. */
    private Optional<Verdict> without(Step step) {
        if (stop.getAsBoolean()) {
            return Optional.of(new Verdict.Cancelled());
        }
        return step.after().stream()
                .sorted()
                .filter(id -> Optional.ofNullable(results.get(id))
                        .filter(StepResult::isDone)
                        .isEmpty())
                .findFirst()
                .map(id -> new Verdict.Skipped(ExecuteProblem.needs(id)));
    }

    private Verdict step(Line line, Step step) {
        listener.on(new Event.StepStarted(step));
        Writer writer;
        try {
            writer = line.writer();
            Optional<String> stale = freshness.ofStep(step, writer);
            if (stale.isPresent()) {
                return new Verdict.Stale(stale.orElseThrow());
            }
        } catch (DriverException e) {
            return unreached(e);
        }
        return new StepRun(step, line, freshness, readings, listener).run();
    }

    private void end(Step step, Verdict verdict) {
        StepResult result = new StepResult(step, verdict);
        results.put(step.id(), result);
        listener.on(new Event.StepEnded(result));
    }

    /** After these nothing more is sent to the host. */
    private static Optional<Verdict> leavesHost(Verdict verdict) {
        return switch (verdict) {
            case Verdict.InDoubt d -> Optional.of(new Verdict.Skipped(ExecuteProblem.HOST_LEFT));
            case Verdict.Unreached u -> Optional.of(u);
            case Verdict.Cancelled c -> Optional.of(c);
            case Verdict.Stale s -> Optional.of(new Verdict.Skipped(ExecuteProblem.HOST_LEFT));
            case Verdict.Done d -> Optional.empty();
            case Verdict.Failed f -> Optional.empty();
            case Verdict.Skipped s -> Optional.empty();
        };
    }

    private static Verdict unreached(DriverException e) {
        return new Verdict.Unreached(e.problem(), String.valueOf(e.getMessage()));
    }
}
