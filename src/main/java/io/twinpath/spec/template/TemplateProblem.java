package io.twinpath.spec.template;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.diag.Span;
import java.util.Collection;
import java.util.List;

/** Everything that can be wrong with a template, and how it is said. */
sealed interface TemplateProblem {

    record Syntax(Span span, String says) implements TemplateProblem {}

    record UnknownVariable(Span span, String name, Collection<String> known) implements TemplateProblem {}

    record UnknownAttribute(Span span, String name, Collection<String> known) implements TemplateProblem {}

    record UnknownFilter(Span span, String name, Collection<String> known) implements TemplateProblem {}

    /** @param what "function", "test" or "tag" */
    record NotAvailable(Span span, String what, String name, Collection<String> known) implements TemplateProblem {}

    record MethodCall(Span span) implements TemplateProblem {}

    record Failed(Span span, String says) implements TemplateProblem {}

    record Arithmetic(Span span) implements TemplateProblem {}

    record NoValue(Span span) implements TemplateProblem {}

    record Unusable(Span span, String why) implements TemplateProblem {}

    /** Not an error: the value is kept as it is. */
    record StaysLiteral(Span span) implements TemplateProblem {}

    static Diagnostic describe(TemplateProblem problem) {
        return switch (problem) {
            case Syntax p ->
                Diagnostic.error("SPC0070", "Malformed template", "The template language says: " + p.says + ".")
                        .at(p.span, "cannot be read");
            case UnknownVariable p ->
                hinted(
                        Diagnostic.error(
                                        "SPC0071",
                                        "Unknown variable",
                                        "Nothing sets \"" + p.name
                                                + "\" here. An unknown variable is never taken for an " + "empty one.")
                                .at(p.span, "no variable of this name"),
                        p.name,
                        p.known);
            case UnknownAttribute p ->
                hinted(
                        Diagnostic.error(
                                        "SPC0071",
                                        "Unknown variable",
                                        "The mapping has no key \"" + p.name + "\"; it has "
                                                + String.join(", ", p.known) + ".")
                                .at(p.span, "no key of this name"),
                        p.name,
                        p.known);
            case UnknownFilter p ->
                hinted(
                        Diagnostic.error("SPC0072", "Unknown filter", "There is no filter \"" + p.name + "\".")
                                .at(p.span, "unknown filter"),
                        p.name,
                        p.known);
            case NotAvailable p ->
                hinted(
                        Diagnostic.error(
                                        "SPC0073",
                                        "Not part of this template language",
                                        "There is no " + p.what + " \"" + p.name + "\" here; there are "
                                                + String.join(", ", p.known) + ".")
                                .at(p.span, "not available"),
                        p.name,
                        p.known);
            case MethodCall p ->
                Diagnostic.error(
                                "SPC0073",
                                "Not part of this template language",
                                "Values have no methods that could be called.")
                        .at(p.span, "not available")
                        .hint("Use a filter, such as {{ name | upper }}.");
            case Failed p ->
                Diagnostic.error("SPC0074", "Template that cannot be computed", p.says + ".")
                        .at(p.span, "fails here");
            case Arithmetic p ->
                Diagnostic.error(
                                "SPC0074",
                                "Template that cannot be computed",
                                "It divides by zero, or the number is too large to be one.")
                        .at(p.span, "fails here");
            case NoValue p ->
                Diagnostic.error(
                                "SPC0074",
                                "Template that cannot be computed",
                                "The expression has no value, and an empty one is not assumed.")
                        .at(p.span, "has no value")
                        .hint("Where nothing is a possible answer, say what to take: {{ … | default(…) }}.");
            case Unusable p ->
                Diagnostic.error("SPC0075", "Result that cannot be used", p.why + ".")
                        .at(p.span, "gives this result");
            case StaysLiteral p ->
                Diagnostic.warning(
                                "SPC0076",
                                "Result that looks like a template",
                                "What came out holds template marks. Results are never rendered again, so they stay as "
                                        + "they are.")
                        .at(p.span, "the result is taken literally");
        };
    }

    private static Diagnostic hinted(Diagnostic diagnostic, String name, Collection<String> known) {
        Diagnostic d = diagnostic;
        for (String hint : Nearest.hint(name, List.copyOf(known))) {
            d = d.hint(hint);
        }
        return d;
    }
}
