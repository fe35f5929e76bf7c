package io.twinpath.report;

import io.twinpath.model.Delta;
import io.twinpath.model.RiskClass;
import io.twinpath.model.Value;
import io.twinpath.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** One step of a plan as lines of text, without the host, so that equal steps of many hosts give equal lines. */
final class PlanLines {

    private static final int LONGEST_VALUE = 160;

    private PlanLines() {}

    /** The heading, then a line for each field that changes. */
    static List<String> of(Step step) {
        List<String> lines = new ArrayList<>();
        lines.add(step.action().sign() + " " + step.address().kind() + " "
                + Printable.line(step.address().name()) + cost(step.risk()));
        for (Delta delta : step.deltas()) {
            lines.add("    " + delta.path() + ": " + change(step, delta));
        }
        return lines;
    }

    private static String change(Step step, Delta delta) {
        if (delta.sensitive()) {
            return "(a secret, not shown)";
        }
        String after = shown(delta.after());
        return step.action() == Step.Action.CREATE || delta.before() instanceof Value.None
                ? after
                : shown(delta.before()) + " -> " + after;
    }

    private static String shown(Value value) {
        String text = Printable.line(value.toString());
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static String cost(RiskClass risk) {
        return switch (risk) {
            case HARMLESS, VM, HOST -> "";
            case LIFELINE -> "   (can cut management or storage)";
        };
    }
}
