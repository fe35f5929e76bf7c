package io.twinpath.report.file;

import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** The formats of {@code --report}, by the words that it takes. */
public enum ReportFormat {
    JSON((report, roots) -> report.json()),
    NDJSON((report, roots) -> NdjsonReport.start(report.verb()) + NdjsonReport.rest(report, roots)),
    MARKDOWN(MarkdownReport::text),
    SARIF(SarifReport::text),
    JUNIT(JunitReport::text),
    GITHUB(GithubReport::text),
    GITLAB(GitlabReport::text),
    HTML(HtmlReport::text),
    SVG((report, roots) -> HtmlReport.svg(report));

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final BiFunction<Report, Roots, String> view;

    ReportFormat(BiFunction<Report, Roots, String> view) {
        this.view = view;
    }

    /** The whole text, with a newline at its end; empty only where there is nothing to say. */
    public String text(Report report, Roots roots) {
        return view.apply(report, roots);
    }

    /** Whether it shows the site. */
    public boolean draws() {
        return this == HTML || this == SVG;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportFormat> of(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ReportFormat::word).toList();
    }
}
