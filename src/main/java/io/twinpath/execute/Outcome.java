package io.twinpath.execute;

import io.twinpath.diag.Diagnostic;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a run ended.
 *
 * @param plan what was run
 * @param results of every step, in the order of the plan
 * @param stale why the plan as a whole was refused, one full sentence each; then nothing was sent to any host
 */
public record Outcome(Plan plan, List<StepResult> results, List<String> stale) {

    public Outcome {
        results = List.copyOf(results);
        stale = List.copyOf(stale);
    }

    /**
     * The exit code; the gravest of what happened wins: 8 in doubt, 4 stale, 1 failed, 6 a host not reached, 130 asked to
     * stop, 3 only blocked things are left, 0 everything is done.
     */
    public int exitCode() {
        if (has(Verdict.InDoubt.class)) {
            return 8;
        }
        if (!stale.isEmpty() || has(Verdict.Stale.class)) {
            return 4;
        }
        if (has(Verdict.Failed.class)) {
            return 1;
        }
        if (has(Verdict.Unreached.class) || !plan.unreached().isEmpty()) {
            return 6;
        }
        if (has(Verdict.Cancelled.class)) {
            return 130;
        }
        return plan.blocked().isEmpty() ? 0 : 3;
    }

    public long done() {
        return results.stream().filter(StepResult::isDone).count();
    }

    /** Whether anything was sent to any host. */
    public boolean changedAnything() {
        return results.stream()
                .map(StepResult::verdict)
                .anyMatch(
                        v -> v instanceof Verdict.Done || v instanceof Verdict.Failed || v instanceof Verdict.InDoubt);
    }

    public Stream<StepResult> notDone() {
        return results.stream().filter(r -> !r.isDone());
    }

    /** What went wrong, for people, in the order of the plan. */
    public List<Diagnostic> diagnostics() {
        return stale.isEmpty()
                ? results.stream().flatMap(r -> ExecuteProblem.of(r).stream()).toList()
                : List.of(ExecuteProblem.stale(plan, stale));
    }

    static Outcome refused(Plan plan, List<String> stale) {
        return new Outcome(plan, all(plan.steps(), new Verdict.Skipped(ExecuteProblem.NOTHING_SENT)), stale);
    }

    private static List<StepResult> all(List<Step> steps, Verdict verdict) {
        return steps.stream().map(s -> new StepResult(s, verdict)).toList();
    }

    private boolean has(Class<? extends Verdict> type) {
        return results.stream().anyMatch(r -> type.isInstance(r.verdict()));
    }
}
