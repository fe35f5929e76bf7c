package io.twinpath.report;

import io.twinpath.diag.Severity;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.readiness.Ready;
import io.twinpath.risk.readiness.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Readiness as a report: a way that is closed is a warning, which fails the check of the machine's host. */
public final class ReadinessReport {

    private ReadinessReport() {}

    public static Report of(List<Ready> machines) {
        List<Finding> findings = new ArrayList<>();
        for (Ready ready : machines) {
            add("does-not-move", "Does not move", ready, ready.move(), findings);
            add("does-not-restart", "Does not restart", ready, ready.restart(), findings);
        }
        ReadinessView view = new ReadinessView(Style.PLAIN);
        List<String> lines = view.text(machines).lines().toList();
        return new Report(
                "readiness",
                findings.isEmpty() ? Report.Verdict.GOOD : Report.Verdict.ATTENTION,
                ReadinessView.summary(machines),
                findings,
                machines.stream()
                        .flatMap(ready -> ready.host().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Severity.WARNING,
                List.of(new Report.Section("Machines", lines)),
                ReadinessJson.text(machines));
    }

    private static void add(String rule, String title, Ready ready, Way way, List<Finding> findings) {
        way.because()
                .ifPresent(because -> findings.add(new Finding(
                        rule,
                        Severity.WARNING,
                        title,
                        because,
                        Optional.empty(),
                        List.of(),
                        ready.host().orElse(Report.ALL),
                        "vm:" + ready.machine(),
                        ready.remedies().stream().map(Remedy::advice).toList())));
    }
}
