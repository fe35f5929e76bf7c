package io.twinpath.spec.template;

import io.twinpath.diag.Span;
import java.util.function.Function;

/** A template could not be rendered: carries the problem until its place is known. */
final class TemplateFault extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String CONSEQUENCE = "\n";

    /** The part of the template that is at fault; empty for the whole of it. */
    final String part;

    private final transient Function<Span, TemplateProblem> problem;

    TemplateFault(String part, Function<Span, TemplateProblem> problem) {
        super(part, null, false, false);
        this.part = part;
        this.problem = problem;
    }

    /** What it needs has failed already, and that was reported. */
    static TemplateFault consequence() {
        return new TemplateFault(CONSEQUENCE, TemplateProblem.NoValue::new);
    }

    boolean isConsequence() {
        return part.equals(CONSEQUENCE);
    }

    TemplateProblem at(Span span) {
        return problem.apply(span);
    }
}
