package io.twinpath.report;

import io.twinpath.model.Delta;
import io.twinpath.model.RiskClass;
import io.twinpath.model.Transport;
import io.twinpath.model.Value;
import io.twinpath.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** One step of a plan as lines of text, without the host, so that equal steps of many hosts give equal lines. */
final class PlanLines {

    private static final int LONGEST_VALUE = 160;
    private static final int WIDEST = 132;

    private PlanLines() {}

    /** One line when it all fits, else the heading and then a line for each field. */
    static List<String> of(Step step) {
        String heading = step.action().sign() + " " + step.address().kind() + " "
                + Printable.line(step.address().name());
        List<String> fields = fields(step);
        String all = heading + (fields.isEmpty() ? "" : "  " + String.join("; ", fields)) + cost(step.risk());
        List<String> lines = new ArrayList<>();
        if (all.length() <= WIDEST) {
            lines.add(all);
        } else {
            lines.add(heading + cost(step.risk()));
            fields.forEach(f -> lines.add("    " + f));
        }
        if (!step.way().because().isEmpty()) {
            lines.add("    over " + (step.transport() == Transport.SSH ? "SSH" : "the API") + ": "
                    + Printable.line(step.way().because()));
        }
        step.notes().forEach(n -> lines.add("    note: " + Printable.line(n)));
        return lines;
    }

    /** The fields in as few lines as they fit into. */
    static List<String> details(Step step) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String field : fields(step)) {
            if (!line.isEmpty() && line.length() + field.length() > WIDEST) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : "; ").append(field);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static List<String> fields(Step step) {
        if (step.action() == Step.Action.CREATE && step.wanted() instanceof Value.Fields wanted) {
            List<String> fields = new ArrayList<>();
            wanted.fields().forEach((name, value) -> fields.add(name + ": " + shown(value)));
            return fields;
        }
        return step.deltas().stream().map(d -> d.path() + ": " + change(d)).toList();
    }

    private static String change(Delta delta) {
        if (delta.sensitive()) {
            return "(a secret, not shown)";
        }
        String after = shown(delta.after());
        return delta.before() instanceof Value.None ? after : shown(delta.before()) + " -> " + after;
    }

    private static String shown(Value value) {
        String text = Printable.line(value.toString());
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static String cost(RiskClass risk) {
        return switch (risk) {
            case HARMLESS, VM, HOST -> "";
            case LIFELINE -> "  (can cut management or storage)";
        };
    }
}
