package io.twinpath.execute;

import io.twinpath.plan.Step;

/** A step and how it ended. */
public record StepResult(Step step, Verdict verdict) {

    public boolean isDone() {
        return verdict instanceof Verdict.Done;
    }
}
