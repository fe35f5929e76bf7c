package io.twinpath.report;

import io.twinpath.diag.Label;
import io.twinpath.diag.Span;
import java.util.List;

/** A few lines of a source with a caret line under the place that is meant. */
final class Snippet {

    private static final int WIDEST = 110;

    private final Sources sources;
    private final Style style;

    Snippet(Sources sources, Style style) {
        this.sources = sources;
        this.style = style;
    }

    /** The place, the line before, the line, and what is to be said of it. Only the place when there is no text. */
    void draw(Label label, StringBuilder out) {
        Span span = label.span();
        out.append("  ").append(style.blue(Printable.line(span.toString()))).append('\n');
        List<String> lines =
                sources.text(span.source()).map(t -> t.lines().toList()).orElseGet(List::of);
        int number = span.start().line();
        if (number > lines.size()) {
            if (!label.text().isEmpty()) {
                out.append("    ").append(Printable.line(label.text())).append('\n');
            }
            return;
        }
        int gutter = Integer.toString(number).length();
        int from = window(span.start().column());
        if (number > 1) {
            numbered(gutter, number - 1, lines.get(number - 2), from, out);
        }
        numbered(gutter, number, lines.get(number - 1), from, out);
        carets(gutter, label, lines.get(number - 1), from, out);
    }

    /** How many characters of a long line are left out on the left, so that the caret can be seen. */
    private static int window(int column) {
        return column <= WIDEST - 30 ? 0 : column - 40;
    }

    private void numbered(int gutter, int number, String line, int from, StringBuilder out) {
        String shown = line.length() <= from ? "" : line.substring(from);
        if (shown.length() > WIDEST) {
            shown = shown.substring(0, WIDEST) + "…";
        }
        String lead = " ".repeat(gutter - Integer.toString(number).length()) + number + " | ";
        out.append("    ").append(style.dim(lead)).append(from > 0 ? "…" : "").append(Printable.line(shown));
        trimEnd(out).append('\n');
    }

    private void carets(int gutter, Label label, String line, int from, StringBuilder out) {
        Span span = label.span();
        int start = Math.min(span.start().column() - 1, line.length());
        int end = span.end().line() == span.start().line() ? span.end().column() - 1 : line.length();
        end = Math.min(Math.max(end, start + 1), Math.max(line.length(), start + 1));
        int indent = width(line, Math.min(from, start), start) + (from > 0 ? 1 : 0);
        int length = Math.max(1, Math.min(width(line, start, Math.min(end, line.length())), WIDEST));
        out.append("    ").append(" ".repeat(gutter)).append(style.dim(" | ")).append(" ".repeat(indent));
        out.append(style.red("^".repeat(length) + (label.text().isEmpty() ? "" : " " + Printable.line(label.text()))));
        out.append('\n');
    }

    /** How many columns a piece of a line takes when it is shown. */
    private static int width(String line, int from, int to) {
        String shown = Printable.line(line.substring(from, to));
        return shown.codePointCount(0, shown.length());
    }

    private static StringBuilder trimEnd(StringBuilder out) {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        return out;
    }
}
