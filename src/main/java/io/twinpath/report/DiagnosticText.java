package io.twinpath.report;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Label;
import io.twinpath.diag.Severity;
import java.util.List;
import java.util.Locale;

/** Diagnostics for people: what, where with a caret, why, and what to do. */
public final class DiagnosticText {

    /** More than this is not read by anybody in one go. */
    public static final int MOST = 20;

    private final Style style;
    private final Snippet snippet;

    public DiagnosticText(Sources sources, Style style) {
        this.style = style;
        this.snippet = new Snippet(sources, style);
    }

    /** All of them, by place, at most {@link #MOST}; the last line counts. */
    public String all(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.stream()
                .sorted(Diagnostic.BY_PLACE)
                .limit(MOST)
                .forEach(d -> out.append(one(d)).append('\n'));
        if (diagnostics.size() > MOST) {
            out.append("… and ").append(diagnostics.size() - MOST).append(" more.\n\n");
        }
        return out.toString();
    }

    public String one(Diagnostic d) {
        StringBuilder out = new StringBuilder();
        out.append(heading(d)).append('\n');
        if (d.primary().isPresent()) {
            out.append('\n');
            snippet.draw(d.primary().orElseThrow(), out);
        }
        for (Label related : d.related()) {
            snippet.draw(related, out);
        }
        String detail = d.subject()
                .map(s -> d.detail().isEmpty() ? s : s + ": " + d.detail())
                .orElse(d.detail());
        if (!detail.isEmpty() || !d.hints().isEmpty()) {
            out.append('\n');
        }
        if (!detail.isEmpty()) {
            out.append("  ").append(lines(detail)).append('\n');
        }
        for (String hint : d.hints()) {
            out.append("  ").append(style.green(lines(hint))).append('\n');
        }
        return out.toString();
    }

    private String heading(Diagnostic d) {
        String word = d.severity().name().toLowerCase(Locale.ROOT);
        String code = word + " " + d.code() + ":";
        String coloured = d.severity() == Severity.ERROR ? style.red(code) : style.yellow(code);
        return style.bold(coloured) + " " + style.bold(d.summary());
    }

    /** Keeps the author's line breaks, indented, and nothing else that cannot be seen. */
    private static String lines(String text) {
        return String.join("\n  ", text.lines().map(Printable::line).toList());
    }

    /** One line for the end of a report: {@code 2 errors, 1 warning}. */
    public static String count(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        long others = diagnostics.size() - errors;
        String e = errors + (errors == 1 ? " error" : " errors");
        return others == 0 ? e : e + ", " + others + (others == 1 ? " warning" : " warnings");
    }
}
