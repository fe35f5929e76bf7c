package io.twinpath.report;

import io.twinpath.model.Value;
import io.twinpath.rig.part.Assumption;
import io.twinpath.risk.Effect;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Judged;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Risks;
import io.twinpath.risk.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Risks for people: the worst first, each with what comes of it, the way that leads there, and what ends it. */
public final class RisksView {

    private static final String INDENT = "    ";
    private static final int NAMED = 12;

    private final Style style;

    public RisksView(Style style) {
        this.style = style;
    }

    public String text(Risks risks) {
        StringBuilder out = new StringBuilder();
        risks.open()
                .forEach(
                        judged -> lines(judged).forEach(line -> out.append(line).append('\n')));
        Set<Assumption> assumptions = risks.open().stream()
                .flatMap(j -> j.finding().assumptions().stream())
                .collect(Collectors.toSet());
        AssumptionLines.of(assumptions)
                .forEach(line -> out.append(style.dim(line)).append('\n'));
        risks.accepted().forEach(judged -> out.append(accepted(judged)).append('\n'));
        return out.append(summary(risks)).append('\n').toString();
    }

    /** What a plan does to risks: those that come with it whole, those that go in a line each, and a line that sums up. */
    public String shift(Risks.Difference shift) {
        List<String> lines = new ArrayList<>();
        shift.opens().forEach(judged -> lines.addAll(changed(style.red("opens"), judged)));
        shift.worsens().forEach(judged -> lines.addAll(changed(style.red("worsens"), judged)));
        shift.closes()
                .forEach(judged -> lines.add(style.green("closes") + "  "
                        + Printable.line(judged.finding().title()) + "  "
                        + style.dim(judged.finding().code())));
        lines.add(counted(
                shift.opens().size() + shift.worsens().size(),
                shift.closes().size(),
                shift.leaves().size()));
        return String.join("\n", lines) + "\n";
    }

    /** The same from a saved plan: a line for each. */
    public String told(Value.Fields shift) {
        List<String> lines = new ArrayList<>();
        listed(shift, "opens").forEach(f -> lines.add(style.red("opens") + "  " + line(f)));
        listed(shift, "worsens").forEach(f -> lines.add(style.red("worsens") + "  " + line(f)));
        listed(shift, "closes").forEach(f -> lines.add(style.green("closes") + "  " + line(f)));
        lines.add(counted(
                listed(shift, "opens").size() + listed(shift, "worsens").size(),
                listed(shift, "closes").size(),
                listed(shift, "leaves").size()));
        return String.join("\n", lines) + "\n";
    }

    private static List<Value.Fields> listed(Value.Fields shift, String list) {
        return shift.fields().get(list) instanceof Value.Items items
                ? items.items().stream()
                        .filter(Value.Fields.class::isInstance)
                        .map(Value.Fields.class::cast)
                        .toList()
                : List.of();
    }

    private String line(Value.Fields finding) {
        return text(finding, "title") + "  " + style.dim(text(finding, "code"))
                + (finding.fields().containsKey("accepted") ? "  (accepted)" : "");
    }

    private static String text(Value.Fields finding, String field) {
        return finding.fields().get(field) instanceof Value.Text text ? Printable.line(text.text()) : "";
    }

    private static String counted(int worse, int closed, int left) {
        return "Risks: " + count(worse) + " opened or worsened, " + count(closed) + " closed, " + count(left)
                + " left.";
    }

    private List<String> changed(String word, Judged judged) {
        List<String> lines = new ArrayList<>(lines(judged));
        lines.set(0, word + "  " + lines.get(0) + (judged.accepted() ? "  (accepted)" : ""));
        return lines;
    }

    private static String count(int number) {
        return number == 0 ? "none" : Integer.toString(number);
    }

    /** The answer in one line. */
    public static String summary(Risks risks) {
        Map<Severity, Long> counts = risks.open().stream()
                .collect(Collectors.groupingBy(j -> j.finding().severity(), TreeMap::new, Collectors.counting()));
        String accepted =
                risks.accepted().isEmpty() ? "" : "; " + risks.accepted().size() + " accepted";
        if (counts.isEmpty()) {
            return "No risks" + accepted + ".";
        }
        return counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + word(e.getKey()))
                        .collect(Collectors.joining(", "))
                + (risks.open().size() == 1 ? " risk" : " risks") + accepted + ".";
    }

    /** One of them, whole; the first line says what is the matter. */
    public List<String> lines(Judged judged) {
        Finding finding = judged.finding();
        List<String> lines = new ArrayList<>();
        lines.add(severity(finding.severity()) + "  " + style.bold(Printable.line(finding.title())) + "  "
                + style.dim(finding.code()));
        effects(finding).forEach(line -> lines.add(INDENT + line));
        finding.remedy().ifPresent(remedy -> lines.addAll(remedy(remedy)));
        return lines;
    }

    private List<String> effects(Finding finding) {
        Map<String, List<Effect>> byWhat = new LinkedHashMap<>();
        finding.effects()
                .forEach(e ->
                        byWhat.computeIfAbsent(what(e), k -> new ArrayList<>()).add(e));
        List<String> lines = new ArrayList<>();
        byWhat.forEach((what, effects) -> {
            lines.add(what + " "
                    + Chain.names(effects.stream().map(RisksView::who).toList(), NAMED));
            lines.addAll(reasons(effects));
        });
        return lines;
    }

    private static String what(Effect effect) {
        String word = effect.effect().replace('_', ' ');
        return effect.subject() == Effect.Subject.DATASTORE
                ? word + ": " + Printable.line(effect.name()) + " on"
                : word + ":";
    }

    private static String who(Effect effect) {
        return effect.subject() == Effect.Subject.DATASTORE ? effect.host().orElse("") : effect.name();
    }

    /** One chain stands for all that end alike; what keeps HA from helping is told of every machine that it is so for. */
    private static List<String> reasons(List<Effect> effects) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + Chain.text(effects.get(0).because()));
        Map<List<String>, List<String>> byObstacle = new LinkedHashMap<>();
        effects.stream()
                .filter(e -> !e.obstacles().isEmpty())
                .forEach(e -> byObstacle
                        .computeIfAbsent(e.obstacles(), o -> new ArrayList<>())
                        .add(e.name()));
        byObstacle.forEach((obstacles, names) -> lines.add("  HA does not help " + Chain.names(names, NAMED) + ": "
                + obstacles.stream().map(Printable::line).collect(Collectors.joining(" "))));
        return lines;
    }

    private List<String> remedy(Remedy remedy) {
        List<String> lines = new ArrayList<>();
        lines.add(INDENT + style.green("to do: ") + Printable.line(remedy.advice()));
        remedy.spec().ifPresent(spec -> spec.lines().forEach(line -> lines.add(INDENT + "  " + Printable.line(line))));
        return lines;
    }

    private String accepted(Judged judged) {
        return style.dim("accepted  " + Printable.line(judged.finding().title()) + "  "
                + judged.finding().code()
                + judged.waiver()
                        .map(w -> " (until " + w.until() + ": " + Printable.line(w.because()) + ")")
                        .orElse(""));
    }

    private String severity(Severity severity) {
        String word = word(severity);
        return switch (severity) {
            case HIGH -> style.red(word + "  ");
            case MEDIUM -> style.yellow(word);
            case LOW -> style.dim(word + "   ");
        };
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
