package io.twinpath.report;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Severity;
import io.twinpath.diag.Span;
import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import io.twinpath.model.Spec;
import io.twinpath.model.Way;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import io.twinpath.risk.Risks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A plan as a report. What is in the way is an error, what can cut a host off or takes something away is a warning, every
 * other step is a note; each at the line of the spec that asks for it.
 */
public final class PlanReport {

    private final Plan plan;
    private final Spec spec;
    private final List<Finding> findings = new ArrayList<>();

    private PlanReport(Plan plan, Spec spec) {
        this.plan = plan;
        this.spec = spec;
    }

    /**
     * @param spec what the plan was made from
     * @param warned what was said beside it
     * @param risks what it does to risks, when somebody judged it
     * @param json the plan's machine form
     */
    public static Report of(
            Plan plan, Spec spec, List<Diagnostic> warned, Optional<Risks.Difference> risks, String json) {
        PlanReport report = new PlanReport(plan, spec);
        report.unreached();
        report.blocked();
        risks.ifPresent(shift -> report.findings.addAll(RisksReport.findings(shift)));
        plan.steps().forEach(report::step);
        warned.forEach(d -> report.findings.add(Finding.of(d)));
        plan.undeclared()
                .forEach(a -> report.add(
                        "undeclared", Severity.NOTE, "Not declared", "It is left alone.", report.exact(a), a));
        return new Report(
                "plan",
                report.verdict(),
                PlanView.summary(plan),
                report.findings,
                List.copyOf(plan.hosts().keySet()),
                Severity.ERROR,
                report.sections(risks),
                json);
    }

    private Report.Verdict verdict() {
        if (findings.stream().anyMatch(Finding::isError)) {
            return Report.Verdict.ATTENTION;
        }
        return plan.isEmpty() ? Report.Verdict.GOOD : Report.Verdict.CHANGES;
    }

    private void unreached() {
        plan.unreached()
                .forEach((host, why) -> findings.add(new Finding(
                        "unreached",
                        Severity.ERROR,
                        "Host not reached",
                        why.reason(),
                        spec.onHost(host).findFirst().map(Resource::declaredAt),
                        host,
                        host)));
    }

    /** Causes only: what merely waits for them is no finding of its own. */
    private void blocked() {
        for (Plan.Blocked blocked : plan.blocked()) {
            boolean silent = plan.unreached().containsKey(place(blocked.address()));
            for (Obstacle obstacle : blocked.obstacles()) {
                if (!silent && !(obstacle instanceof Obstacle.WaitsFor)) {
                    Optional<Span> at = declared(blocked.address()).or(() -> exact(blocked.address()));
                    add("blocked", Severity.ERROR, "Blocked", obstacle.text(), at, blocked.address());
                }
            }
        }
    }

    private void step(Step step) {
        boolean takesAway = step.action() == Step.Action.DELETE || step.action() == Step.Action.REPLACE;
        boolean lifeline = step.risk() == RiskClass.LIFELINE;
        String word = step.action().name().toLowerCase(Locale.ROOT);
        List<String> text = new ArrayList<>(PlanLines.details(step));
        if (lifeline) {
            text.add("It can cut management or storage.");
        }
        text.addAll(step.notes());
        add(
                lifeline ? word + "-lifeline" : word,
                takesAway || lifeline ? Severity.WARNING : Severity.NOTE,
                lifeline ? "To " + word + ", on a lifeline" : "To " + word,
                String.join("\n", text),
                cause(step),
                step.address());
    }

    /** The line of the first field that differs; of the exact collection when nobody declares the resource. */
    private Optional<Span> cause(Step step) {
        Optional<Resource<?>> resource = Optional.ofNullable(spec.resources().get(step.address()));
        FieldPath path = step.deltas().isEmpty()
                ? FieldPath.ROOT
                : step.deltas().getFirst().path();
        return resource.map(r -> r.spanOf(path)).or(() -> exact(step.address()));
    }

    private Optional<Span> declared(Address address) {
        return Optional.<Resource<?>>ofNullable(spec.resources().get(address)).map(Resource::declaredAt);
    }

    private Optional<Span> exact(Address address) {
        return spec.exact().stream()
                .filter(e -> e.covers(address, e.parent()))
                .map(e -> e.declaredAt())
                .findFirst();
    }

    private void add(String rule, Severity severity, String title, String text, Optional<Span> at, Address address) {
        findings.add(new Finding(rule, severity, title, text, at, place(address), address.toString()));
    }

    private static String place(Address address) {
        return address.host().orElse(Way.VCENTER);
    }

    private List<Report.Section> sections(Optional<Risks.Difference> risks) {
        HostFold fold = new HostFold();
        plan.steps().forEach(s -> fold.add(s.place(), PlanLines.of(s)));
        List<Report.Section> sections = new ArrayList<>();
        risks.ifPresent(shift -> sections.add(RisksReport.section(shift)));
        sections.addAll(HostFold.sections(fold));
        return sections;
    }
}
