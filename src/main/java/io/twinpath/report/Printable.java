package io.twinpath.report;

import io.twinpath.model.Names;

/** Makes text that came from a file or a host safe to show: what cannot be seen is written as its code point. */
public final class Printable {

    private Printable() {}

    /** One line; control characters, bidi overrides and zero-width characters become {@code \}{@code u{202e}}. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Names::hidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        switch (codePoint) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append(' ');
            default -> {
                if (Names.hidden(codePoint)) {
                    shown.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
                } else {
                    shown.appendCodePoint(codePoint);
                }
            }
        }
    }
}
