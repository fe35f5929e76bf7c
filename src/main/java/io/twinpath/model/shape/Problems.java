package io.twinpath.model.shape;

import io.twinpath.diag.Diagnostics;

/**
 * Where a decoder puts what is wrong.
 *
 * @param subject what is being read, in the author's words: "a port group"
 * @param about its address; may be empty
 * @param into takes the diagnostics
 */
public record Problems(String subject, String about, Diagnostics into) {

    void add(ShapeProblem problem) {
        into.add(ShapeProblem.describe(problem, this));
    }
}
