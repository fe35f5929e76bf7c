package io.twinpath.plan;

import io.twinpath.model.Delta;
import java.util.List;

/**
 * What a step's resource is after the step.
 *
 * @param inEffect whether it is as wanted; nothing else decides whether a step succeeded
 * @param missing what still differs
 * @param found a full sentence that says what was expected and what was found; empty when it is in effect
 */
public record Readback(boolean inEffect, List<Delta> missing, String found) {
    public Readback {
        missing = List.copyOf(missing);
    }
}
