package io.twinpath.report;

import io.twinpath.diag.Severity;
import io.twinpath.model.Value;
import io.twinpath.risk.FindingValue;
import io.twinpath.risk.Judged;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Risks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Risks as a report. Those that policies would refuse fail the check of their hosts; accepted ones are not told as findings. */
public final class RisksReport {

    private RisksReport() {}

    public static Report of(Risks risks) {
        List<Finding> findings = risks.open().stream().map(RisksReport::finding).toList();
        List<String> hosts = risks.all().stream()
                .flatMap(j -> j.finding().hosts().stream())
                .distinct()
                .sorted()
                .toList();
        RisksView view = new RisksView(Style.PLAIN);
        return new Report(
                "risks",
                risks.open().isEmpty() ? Report.Verdict.GOOD : Report.Verdict.ATTENTION,
                RisksView.summary(risks),
                findings,
                hosts,
                Severity.ERROR,
                risks.open().stream().map(j -> section(view.lines(j))).toList(),
                json(risks));
    }

    private static Report.Section section(List<String> lines) {
        return new Report.Section(lines.get(0), lines.subList(1, lines.size()));
    }

    /** Those that a plan brings with it or makes worse, accepted ones as notes, and those that it ends. */
    static List<Finding> findings(Risks.Difference shift) {
        List<Finding> findings = new ArrayList<>();
        shift.opens().forEach(judged -> findings.add(finding(judged, "Opens a risk", severity(judged))));
        shift.worsens().forEach(judged -> findings.add(finding(judged, "Worsens a risk", severity(judged))));
        shift.closes().forEach(judged -> findings.add(finding(judged, "Closes a risk", Severity.NOTE)));
        return findings;
    }

    static Report.Section section(Risks.Difference shift) {
        return new Report.Section(
                "Risks", new RisksView(Style.PLAIN).shift(shift).lines().toList());
    }

    private static Finding finding(Judged judged) {
        return finding(judged, "Risk", severity(judged));
    }

    private static Finding finding(Judged judged, String title, Severity severity) {
        io.twinpath.risk.Finding risk = judged.finding();
        return new Finding(
                risk.code(),
                severity,
                title,
                risk.title(),
                risk.at(),
                List.of(),
                risk.hosts().size() == 1 ? risk.hosts().first() : Report.ALL,
                String.join(" + ", risk.subjects()),
                risk.remedy().map(Remedy::advice).stream().toList());
    }

    private static Severity severity(Judged judged) {
        if (judged.accepted()) {
            return Severity.NOTE;
        }
        return switch (judged.level()) {
            case REFUSE -> Severity.ERROR;
            case WARN -> Severity.WARNING;
            case NOTE -> Severity.NOTE;
        };
    }

    public static String json(Risks risks) {
        return Json.object(json -> {
            for (Map.Entry<String, Value> field :
                    FindingValue.of(risks).fields().entrySet()) {
                json.writeFieldName(field.getKey());
                Json.value(json, field.getValue());
            }
        });
    }
}
