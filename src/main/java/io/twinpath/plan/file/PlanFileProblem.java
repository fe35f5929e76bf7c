package io.twinpath.plan.file;

import io.twinpath.diag.Diagnostic;

/** Everything that is said about the text of plan files. */
final class PlanFileProblem {

    private static final String AGAIN =
            "Make the plan again with \"twinpath plan -o FILE\"; nothing was sent anywhere.";

    private PlanFileProblem() {}

    static Diagnostic notAPlan(String source) {
        return damaged(source + " does not start as a plan file does.");
    }

    static Diagnostic changed(String source) {
        return damaged("The digest in " + source
                + " is not that of its content: it was cut, edited or reformatted after it" + " was written.");
    }

    static Diagnostic newer(String source, String version) {
        return Diagnostic.error(
                        "PLN0102",
                        "Plan file of a newer format",
                        source + " has format version " + version + "; this Twinpath reads version 1.")
                .hint("Apply it with the Twinpath that made it, or make the plan again with this one.");
    }

    static Diagnostic tooLong(String source, int most) {
        return Diagnostic.error(
                        "PLN0103",
                        "Plan file too large",
                        source + " is larger than " + (most >> 20) + " MiB, which no plan is.")
                .hint(AGAIN);
    }

    static Diagnostic malformed(String source, String why) {
        return Diagnostic.error(
                        "PLN0104",
                        "Malformed plan file",
                        "The digest of " + source + " is right, but its content is not a plan: " + why + ".")
                .hint(AGAIN);
    }

    private static Diagnostic damaged(String detail) {
        return Diagnostic.error("PLN0101", "Damaged plan file", detail).hint(AGAIN);
    }
}
