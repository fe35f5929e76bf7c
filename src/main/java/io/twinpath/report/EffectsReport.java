package io.twinpath.report;

import io.twinpath.diag.Severity;
import io.twinpath.rig.Effects;
import io.twinpath.rig.MachineEffect;
import io.twinpath.rig.part.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a failure does, as a report: what stops, hangs or is out of reach is an error, what HA restarts is a warning. It is checked
 * with the state of the site that was asked about; nothing in the spec is the cause of it.
 */
public final class EffectsReport {

    private EffectsReport() {}

    /** @param answers by the state, such as "now" */
    public static Report of(Map<String, Effects> answers) {
        List<Finding> findings = new ArrayList<>();
        answers.forEach((state, effects) -> findings.addAll(findings(state, effects)));
        return new Report(
                "whatif",
                findings.stream().anyMatch(f -> f.severity() != Severity.NOTE)
                        ? Report.Verdict.ATTENTION
                        : Report.Verdict.GOOD,
                answers.entrySet().stream()
                        .map(answer -> summary(answer.getKey(), answer.getValue()))
                        .collect(Collectors.joining(" ")),
                findings,
                List.copyOf(answers.keySet()),
                Severity.ERROR,
                answers.entrySet().stream()
                        .map(answer -> section(answer.getKey(), answer.getValue()))
                        .toList(),
                EffectsJson.text(answers));
    }

    /** The answer about one state in one line. */
    static String summary(String state, Effects effects) {
        String failed = effects.failed().stream().map(Component::toString).collect(Collectors.joining(", "));
        Map<MachineEffect.Verdict, Long> counts = effects.machines().values().stream()
                .collect(Collectors.groupingBy(MachineEffect::verdict, Collectors.counting()));
        List<String> parts = new ArrayList<>();
        for (MachineEffect.Verdict verdict :
                List.of(MachineEffect.Verdict.values()).reversed()) {
            Optional.ofNullable(counts.get(verdict)).ifPresent(n -> parts.add(n + " " + word(verdict)));
        }
        return "Without " + failed + ", " + state + ": "
                + (parts.isEmpty() ? "every machine goes on" : "machines: " + String.join(", ", parts)) + ".";
    }

    private static Report.Section section(String state, Effects effects) {
        List<String> lines =
                new EffectsView(Style.PLAIN).text(effects, state).lines().toList();
        return new Report.Section(lines.getFirst(), lines.subList(1, lines.size()));
    }

    private static List<Finding> findings(String state, Effects effects) {
        List<Finding> findings = new ArrayList<>();
        effects.hosts()
                .forEach(h -> findings.add(
                        finding(word(h.state()), Severity.ERROR, "Host", h.because(), state, "host:" + h.host())));
        effects.datastores()
                .forEach(d -> findings.add(finding(
                        "unreachable",
                        Severity.ERROR,
                        "Datastore out of reach",
                        d.because(),
                        state,
                        d.datastore() + " on " + d.host())));
        effects.machines().values().forEach(m -> findings.add(machine(m, state)));
        return findings;
    }

    private static Finding machine(MachineEffect machine, String state) {
        Severity severity = switch (machine.verdict()) {
            case DEGRADED -> Severity.NOTE;
            case RESTARTED -> Severity.WARNING;
            case STALLED, DOWN -> Severity.ERROR;
        };
        Finding finding = finding(
                word(machine.verdict()),
                severity,
                "Virtual machine",
                machine.because(),
                state,
                "vm:" + machine.machine());
        return machine.obstacles().isEmpty()
                ? finding
                : new Finding(
                        finding.rule(),
                        severity,
                        finding.title(),
                        finding.text() + ". HA does not help: " + String.join(" ", machine.obstacles()),
                        Optional.empty(),
                        state,
                        finding.subject());
    }

    private static Finding finding(
            String effect, Severity severity, String what, List<String> because, String state, String subject) {
        return new Finding(
                effect,
                severity,
                what + ": " + effect.replace('_', ' '),
                Chain.text(because),
                Optional.empty(),
                state,
                subject);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
