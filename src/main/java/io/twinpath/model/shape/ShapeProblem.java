package io.twinpath.model.shape;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.diag.Span;
import java.util.List;

/** Everything that can be wrong with the fields of a record, and how it is said. */
sealed interface ShapeProblem {

    record WrongForm(Span span, String found, String expected) implements ShapeProblem {}

    record Unknown(Span span, String name, List<String> known) implements ShapeProblem {}

    record Missing(Span span, String name, String expected) implements ShapeProblem {}

    record Empty(Span span, String name, String expected) implements ShapeProblem {}

    record Malformed(Span span, String text, String expected, String why) implements ShapeProblem {}

    record OutOfRange(Span span, long number, long min, long max) implements ShapeProblem {}

    record NotAChoice(Span span, String text, List<String> choices) implements ShapeProblem {}

    record Repeated(Span span, String text, Span first) implements ShapeProblem {}

    record Refused(Span span, String why) implements ShapeProblem {}

    record FoundOnlyField(Span span, String name) implements ShapeProblem {}

    static Diagnostic describe(ShapeProblem problem, Problems context) {
        Diagnostic diagnostic = switch (problem) {
            case WrongForm p ->
                Diagnostic.error(
                                "SPC0101", "Wrong form", "Here is " + p.found + ", but " + p.expected + " is expected.")
                        .at(p.span, p.expected + " is expected here");
            case Malformed p ->
                Diagnostic.error(
                                "SPC0102",
                                "Malformed value",
                                "\"" + p.text + "\" is not " + p.expected + ": " + p.why + ".")
                        .at(p.span, p.expected + " is expected here");
            case Missing p ->
                Diagnostic.error(
                                "SPC0103",
                                "Missing field",
                                capital(context.subject()) + " needs \"" + p.name + "\", " + p.expected + ".")
                        .at(p.span, "\"" + p.name + "\" is missing")
                        .hint("Add \"" + p.name + ": …\".");
            case Unknown p -> unknown(p, context);
            case OutOfRange p ->
                Diagnostic.error(
                                "SPC0105",
                                "Number out of range",
                                p.number + " is outside of " + p.min + " to " + p.max + ".")
                        .at(p.span, "must be " + p.min + " to " + p.max);
            case NotAChoice p -> notAChoice(p);
            case Empty p ->
                Diagnostic.error(
                                "SPC0107",
                                "Empty value",
                                "\"" + p.name + "\" is written without a value; " + p.expected + " is expected.")
                        .at(p.span, "nothing stands here")
                        .hint("Write a value, or remove the key to leave the setting as it is found.");
            case Repeated p ->
                Diagnostic.error("SPC0108", "Repeated item", "\"" + p.text + "\" stands in this list twice.")
                        .at(p.span, "again here")
                        .also(p.first, "first here");
            case Refused p ->
                Diagnostic.error("SPC0109", "Values that do not fit together", capital(p.why) + ".")
                        .at(p.span, "in " + context.subject());
            case FoundOnlyField p ->
                Diagnostic.error(
                                "SPC0110",
                                "Field that only the host can tell",
                                "\"" + p.name + "\" is read from the host and cannot be asked for.")
                        .at(p.span, "remove this");
        };
        return context.about().isEmpty() ? diagnostic : diagnostic.about(context.about());
    }

    private static Diagnostic unknown(Unknown p, Problems context) {
        Diagnostic d = Diagnostic.error(
                        "SPC0104", "Unknown field", "Known fields are " + String.join(", ", p.known) + ".")
                .at(p.span, context.subject() + " has no field of this name");
        return hinted(d, Nearest.hint(p.name, p.known));
    }

    private static Diagnostic notAChoice(NotAChoice p) {
        Diagnostic d = Diagnostic.error(
                        "SPC0106", "Not one of the choices", "The choices are " + String.join(", ", p.choices) + ".")
                .at(p.span, "is none of the choices");
        return hinted(d, Nearest.hint(p.text, p.choices));
    }

    private static Diagnostic hinted(Diagnostic diagnostic, List<String> hints) {
        Diagnostic d = diagnostic;
        for (String hint : hints) {
            d = d.hint(hint);
        }
        return d;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
