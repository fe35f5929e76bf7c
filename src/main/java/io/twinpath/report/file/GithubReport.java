package io.twinpath.report.file;

import io.twinpath.diag.Severity;
import io.twinpath.diag.Span;
import io.twinpath.report.Finding;
import io.twinpath.report.Printable;
import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Workflow commands of GitHub Actions, which become annotations. Errors come first, because a step shows ten annotations of
 * a level at most.
 *
 * <p>Escaping is that of the toolkit's own commands ({@code packages/core/src/command.ts}: {@code escapeData},
 * {@code escapeProperty}), which the runner takes back: in data {@code %}, CR and LF; in properties also {@code :} and
 * {@code ,}.
 */
final class GithubReport {

    private GithubReport() {}

    static String text(Report report, Roots roots) {
        return report.findings().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .map(f -> command(f, roots))
                .collect(Collectors.joining());
    }

    private static String command(Finding finding, Roots roots) {
        StringBuilder line =
                new StringBuilder("::").append(level(finding.severity())).append(' ');
        Optional<String> file = roots.fileOf(finding);
        file.ifPresent(f -> line.append("file=").append(property(f)).append(','));
        roots.spanOf(finding).ifPresent(at -> place(at, line));
        line.append("title=").append(property(finding.rule() + " " + Printable.line(finding.title())));
        String message = finding.whole().lines().map(Printable::line).collect(Collectors.joining("\n"));
        return line.append("::").append(data(message)).append('\n').toString();
    }

    /** Columns only where both are on one line: the runner drops them otherwise. */
    private static void place(Span at, StringBuilder line) {
        boolean oneLine = at.start().line() == at.end().line();
        line.append("line=").append(at.start().line()).append(',');
        line.append("endLine=").append(at.end().line()).append(',');
        if (oneLine) {
            line.append("col=").append(at.start().column()).append(',');
            line.append("endColumn=").append(at.end().column()).append(',');
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
