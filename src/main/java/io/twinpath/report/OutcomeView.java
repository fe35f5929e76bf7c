package io.twinpath.report;

import io.twinpath.execute.Outcome;
import io.twinpath.execute.StepResult;
import io.twinpath.execute.Verdict;
import io.twinpath.model.Delta;
import io.twinpath.model.Obstacle;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import java.util.List;

/** How a run ended, for people. */
public final class OutcomeView {

    private final Style style;

    public OutcomeView(Style style) {
        this.style = style;
    }

    public String text(Outcome outcome) {
        StringBuilder out = new StringBuilder();
        for (String reason : outcome.stale()) {
            out.append(style.red("stale: ")).append(Printable.line(reason)).append('\n');
        }
        outcome.results().forEach(r -> remarks(r, out));
        if (outcome.stale().isEmpty()) {
            outcome.notDone().forEach(r -> trouble(r, out));
        }
        for (Plan.Blocked blocked : outcome.plan().blocked()) {
            if (blocked.isCause()) {
                out.append(style.yellow("! " + Printable.line(blocked.address().toString())))
                        .append(": ");
                out.append(Printable.line(
                                blocked.obstacles().stream().map(Obstacle::text).findFirst().orElse("")))
                        .append('\n');
            }
        }
        return out.append(summary(outcome)).append('\n').toString();
    }

    private static void remarks(StepResult result, StringBuilder out) {
        if (result.verdict() instanceof Verdict.Done done) {
            done.remarks().forEach(r -> out.append(result.step().address())
                    .append(": ")
                    .append(Printable.line(r))
                    .append('\n'));
        }
    }

    private void trouble(StepResult result, StringBuilder out) {
        out.append(line(result, style)).append('\n');
        if (result.verdict() instanceof Verdict.Failed failed) {
            for (Delta delta : failed.missing()) {
                out.append("    ").append(delta.path()).append(": expected ");
                out.append(delta.sensitive() ? "(a secret, not shown)" : Printable.line(delta.after().toString()));
                out.append(", found ");
                out.append(delta.sensitive() ? "(not shown)" : Printable.line(delta.before().toString())).append('\n');
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
            case Verdict.Failed v -> style.red("FAILED") + "    " + what + ": " + Printable.line(v.reason());
            case Verdict.Stale v -> style.red("stale") + "     " + what + ": " + Printable.line(v.reason());
            case Verdict.Skipped v -> style.dim("skipped") + "   " + what + ": " + Printable.line(v.because());
            case Verdict.Unreached v -> style.red("unreached") + " " + what + ": " + Printable.line(v.reason());
            case Verdict.InDoubt v -> style.red("IN DOUBT") + "  " + what + ": " + Printable.line(v.reason());
            case Verdict.Cancelled v -> style.dim("not begun") + " " + what;
        };
    }

    private static String summary(Outcome outcome) {
        if (!outcome.stale().isEmpty()) {
            return "The plan is stale: nothing was sent. Make a new one with: twinpath plan";
        }
        long left = outcome.results().size() - outcome.done();
        List<Plan.Blocked> blocked = outcome.plan().blocked();
        return "Applied " + outcome.done() + " of " + outcome.results().size() + " steps, each read back"
                + (left > 0 ? "; " + left + " not done" : "")
                + (blocked.isEmpty() ? "." : "; " + blocked.size() + " resources still blocked.");
    }
}
