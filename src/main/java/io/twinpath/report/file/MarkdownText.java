package io.twinpath.report.file;

import io.twinpath.report.Printable;
import java.util.List;

/**
 * Text of hosts and authors inside Markdown, such that it stays text: it opens no markup, ends no cell, and calls nobody.
 *
 * <p>Punctuation becomes character references, which no Markdown reads as markup. Forges look for {@code @name} and
 * {@code #1} in what comes out, but not inside of code, so these two signs stand in code.
 */
final class MarkdownText {

    private static final String HARMLESS = " ,()/'";

    private MarkdownText() {}

    /** A name or a value, shown as code. */
    static String code(String text) {
        return "<code>" + references(text, false) + "</code>";
    }

    /** A sentence, shown as such. */
    static String prose(String text) {
        return references(text, true);
    }

    private static String references(String text, boolean signsInCode) {
        StringBuilder out = new StringBuilder();
        Printable.line(text).codePoints().forEach(c -> {
            if (c >= 0x80 || Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0) {
                out.appendCodePoint(c);
            } else if (signsInCode && (c == '@' || c == '#')) {
                out.append("<code>&#").append(c).append(";</code>");
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }

    /** Lines as they are, in a fence that none of them can end. */
    static String fenced(List<String> lines) {
        int longest = 0;
        for (String line : lines) {
            int run = 0;
            for (int i = 0; i < line.length(); i++) {
                run = line.charAt(i) == '`' ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        String fence = "`".repeat(Math.max(3, longest + 1));
        StringBuilder out = new StringBuilder(fence).append("text\n");
        lines.forEach(line -> out.append(Printable.line(line)).append('\n'));
        return out.append(fence).append('\n').toString();
    }
}
