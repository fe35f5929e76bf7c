package io.twinpath.report.picture;

import io.twinpath.report.Finding;
import io.twinpath.report.Report;
import java.util.List;
import java.util.Optional;

/**
 * What a page tells.
 *
 * @param verb that made it
 * @param project its name; empty when it is not known
 * @param verdict the answer in one word, of reports
 * @param lead the answer in a line or two; may be empty
 * @param places where findings are, in their order, as {@code file:line}; empty for those that are nowhere
 */
public record HtmlPage(
        String verb,
        String project,
        Optional<String> verdict,
        String title,
        String lead,
        List<Figure> figures,
        List<Finding> findings,
        List<Optional<String>> places,
        List<Report.Section> sections) {
    public HtmlPage {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
        places = List.copyOf(places);
        sections = List.copyOf(sections);
    }

    /** One of pictures alone. */
    public static HtmlPage of(String verb, String project, String title, List<Figure> figures) {
        boolean fine =
                figures.stream().allMatch(f -> Tally.of(f.picture().graph()).isEmpty());
        return new HtmlPage(
                verb,
                project,
                Optional.empty(),
                title,
                fine ? "Everything works." : "",
                figures,
                List.of(),
                List.of(),
                List.of());
    }
}
