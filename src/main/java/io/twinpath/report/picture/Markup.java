package io.twinpath.report.picture;

import io.twinpath.report.Printable;

/** Text of others inside of XML and HTML. */
final class Markup {

    private Markup() {}

    /** For content and for attributes in double quotes alike; nothing in it ends either. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        Printable.line(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** Tenths of a pixel, without a needless end. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + Math.abs(tenths % 10);
    }
}
