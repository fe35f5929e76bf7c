package io.twinpath.report;

import io.twinpath.diag.Diagnostic;
import io.twinpath.execute.Outcome;
import io.twinpath.execute.StepResult;
import io.twinpath.execute.Verdict;
import io.twinpath.model.Obstacle;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import java.util.List;

/** How a run ended, for people: what went wrong in its coded form, what is still blocked, and one line that sums up. */
public final class OutcomeView {

    private final Style style;

    public OutcomeView(Style style) {
        this.style = style;
    }

    public String text(Outcome outcome) {
        StringBuilder out = new StringBuilder();
        List<Diagnostic> wrong = outcome.diagnostics();
        if (!wrong.isEmpty()) {
            out.append(new DiagnosticText(Sources.NONE, style).all(wrong));
        }
        outcome.results().forEach(r -> remarks(r, out));
        outcome.plan().blocked().stream().filter(Plan.Blocked::isCause).forEach(b -> blocked(b, out));
        return out.append(style.bold(summary(outcome))).append('\n').toString();
    }

    private static void remarks(StepResult result, StringBuilder out) {
        if (result.verdict() instanceof Verdict.Done done) {
            done.remarks()
                    .forEach(r -> out.append(Printable.line(result.step().address() + ": " + r))
                            .append('\n'));
        }
    }

    private void blocked(Plan.Blocked blocked, StringBuilder out) {
        for (Obstacle obstacle : blocked.obstacles()) {
            if (!(obstacle instanceof Obstacle.WaitsFor)) {
                out.append(style.yellow(Printable.line("! " + blocked.address() + "  " + obstacle.text())))
                        .append('\n');
            }
        }
    }

    /** One step and how it ended. */
    public static String line(StepResult result, Style style) {
        Step step = result.step();
        String what = step.action().sign() + " " + step.address().kind() + " "
                + Printable.line(step.address().name());
        return switch (result.verdict()) {
            case Verdict.Done v -> style.green("done") + "      " + what;
            case Verdict.Failed v -> style.red("FAILED") + "    " + what;
            case Verdict.Stale v -> style.red("stale") + "     " + what;
            case Verdict.Skipped v -> style.dim("skipped") + "   " + what + ": " + Printable.line(v.because());
            case Verdict.Unreached v -> style.red("unreached") + " " + what;
            case Verdict.InDoubt v -> style.red("IN DOUBT") + "  " + what;
            case Verdict.Cancelled v -> style.dim("not begun") + " " + what;
        };
    }

    private static String summary(Outcome outcome) {
        if (!outcome.stale().isEmpty()) {
            return "Nothing was sent.";
        }
        long left = outcome.results().size() - outcome.done();
        int blocked = outcome.plan().blocked().size();
        return "Applied " + outcome.done() + " of " + outcome.results().size() + " steps, each read back"
                + (left > 0 ? "; " + left + " not done" : "")
                + (blocked == 0
                        ? "."
                        : "; " + blocked + (blocked == 1 ? " resource" : " resources") + " still blocked.");
    }
}
