package io.twinpath.report;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Severity;
import io.twinpath.report.picture.Figure;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * What a verb found out, as one value of which every format of a report is a view.
 *
 * @param verb such as {@code plan}
 * @param verdict the answer in one word
 * @param summary the answer in one line
 * @param findings what a reader has to know of, in the order of weight that the verb gives
 * @param groups everything that was checked, with or without findings: hosts, files
 * @param fails how much a finding weighs that makes the check of its group fail
 * @param sections the whole answer in pieces, the more important first
 * @param json the machine form of the answer, the same as {@code --output json} gives
 * @param project its name; empty when it is not known
 * @param figures the site as far as the answer is about it, for the formats that draw
 */
public record Report(
        String verb,
        Verdict verdict,
        String summary,
        List<Finding> findings,
        List<String> groups,
        Severity fails,
        List<Section> sections,
        String json,
        String project,
        List<Figure> figures) {

    /** The group of what belongs to no host and no file. */
    public static final String ALL = "project";

    /** The answer in one word. */
    public enum Verdict {
        /** Nothing is wrong, and nothing is to be done. */
        GOOD("good"),
        /** Something differs or is pending, and nothing is in the way. */
        CHANGES("changes"),
        /** Something is wrong or in the way. */
        ATTENTION("attention");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A piece of the answer as a terminal shows it.
     *
     * @param title one line
     * @param lines without colour
     */
    public record Section(String title, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** One that shows nothing. */
    public Report(
            String verb,
            Verdict verdict,
            String summary,
            List<Finding> findings,
            List<String> groups,
            Severity fails,
            List<Section> sections,
            String json) {
        this(verb, verdict, summary, findings, groups, fails, sections, json, "", List.of());
    }

    /** The same with pictures. */
    public Report with(String ofProject, List<Figure> drawn) {
        return new Report(verb, verdict, summary, findings, groups, fails, sections, json, ofProject, drawn);
    }

    public Report {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
        groups = List.copyOf(everyGroup(groups, findings));
        sections = List.copyOf(sections);
    }

    private static SequencedSet<String> everyGroup(List<String> groups, List<Finding> findings) {
        SequencedSet<String> all = new LinkedHashSet<>(groups);
        findings.forEach(f -> all.add(f.group()));
        return all;
    }

    /** Of a run that ended early; diagnostics say why. */
    public static Report failed(String verb, String summary, Collection<Diagnostic> why) {
        return new Report(
                verb,
                Verdict.ATTENTION,
                summary,
                why.stream().sorted(Diagnostic.BY_PLACE).map(Finding::of).toList(),
                List.of(),
                Severity.ERROR,
                List.of(),
                Json.document(json -> {
                    json.writeBooleanField("failed", true);
                    json.writeStringField("summary", summary);
                    Json.diagnostics(json, why);
                }));
    }

    /** Those that make checks fail. */
    public List<Finding> failures(String group) {
        return findings.stream()
                .filter(f -> f.group().equals(group) && f.severity().compareTo(fails) <= 0)
                .toList();
    }
}
