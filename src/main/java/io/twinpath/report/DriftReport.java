package io.twinpath.report;

import io.twinpath.diag.Severity;
import io.twinpath.diag.Span;
import io.twinpath.diff.Changes;
import io.twinpath.diff.Undeclared;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Delta;
import io.twinpath.model.HostFact;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drift as a report: every difference is a warning at the line that says otherwise, and fails the check of its host. */
public final class DriftReport {

    private final Changes changes;
    private final List<Finding> findings = new ArrayList<>();

    private DriftReport(Changes changes) {
        this.changes = changes;
    }

    public static Report of(Changes changes) {
        DriftReport report = new DriftReport(changes);
        changes.hosts().forEach(report::host);
        changes.byAddress().values().forEach(report::change);
        changes.undeclared().values().forEach(report::undeclared);
        changes.unlisted()
                .forEach(u -> report.findings.add(new Finding(
                        "not-listed",
                        Severity.WARNING,
                        "What is not declared cannot be told",
                        u.reason(),
                        Optional.empty(),
                        u.host(),
                        u.kind())));
        boolean unreached = report.findings.stream().anyMatch(Finding::isError);
        Report.Verdict differs = changes.agree() ? Report.Verdict.GOOD : Report.Verdict.CHANGES;
        return new Report(
                "drift",
                unreached ? Report.Verdict.ATTENTION : differs,
                changes.agree() ? "The site is as the spec says." : DriftView.summary(changes),
                report.findings,
                List.copyOf(changes.hosts().keySet()),
                Severity.WARNING,
                DriftView.sections(changes),
                DriftJson.text(changes));
    }

    private void host(String host, HostFact fact) {
        if (fact instanceof HostFact.Unreached unreached) {
            findings.add(new Finding(
                    "unreached", Severity.ERROR, "Host not reached", unreached.reason(), Optional.empty(), host, host));
        }
    }

    private void change(Change<?> change) {
        if (changes.hosts().get(place(change.address())) instanceof HostFact.Unreached) {
            return;
        }
        switch (change) {
            case Change.Keep<?> c -> {}
            case Change.Create<?> c -> add("missing", "Missing", "", declared(c), c.address());
            case Change.Delete<?> c -> add("unwanted", "Should not be there", "", declared(c), c.address());
            case Change.Update<?> c -> differing(c.resource(), c.deltas());
            case Change.Replace<?> c -> differing(c.resource(), c.deltas());
            case Change.Blocked<?> c -> blocked(c);
        }
    }

    private static Optional<Span> declared(Change<?> change) {
        return Optional.of(change.resource().declaredAt());
    }

    private void differing(Resource<?> resource, List<Delta> deltas) {
        for (Delta delta : deltas) {
            add(
                    "differs",
                    "Differs from the spec",
                    delta.path() + ": " + DriftView.difference(delta),
                    Optional.of(resource.spanOf(delta.path())),
                    resource.address());
        }
    }

    /** What only waits for something else is not a finding of its own. */
    private void blocked(Change.Blocked<?> change) {
        change.obstacles().stream()
                .filter(o -> !(o instanceof Obstacle.WaitsFor))
                .map(Obstacle::text)
                .distinct()
                .forEach(text -> add("blocked", "Differs, and is blocked", text, declared(change), change.address()));
    }

    private void undeclared(Undeclared undeclared) {
        add("undeclared", "Not declared", "", Optional.empty(), undeclared.address());
    }

    private void add(String rule, String title, String text, Optional<Span> at, Address address) {
        findings.add(new Finding(rule, Severity.WARNING, title, text, at, place(address), address.toString()));
    }

    private static String place(Address address) {
        return address.host().orElse(Way.VCENTER);
    }
}
