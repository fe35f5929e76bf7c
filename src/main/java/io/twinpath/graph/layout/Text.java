package io.twinpath.graph.layout;

/**
 * How wide text is. Nobody knows the reader's font, so characters count as wide as in the wider ones among those that systems bring,
 * and text that would not fit is cut with an ellipsis.
 */
public final class Text {

    private static final String THIN = "iljtf.,:;|!'()[]/ Ir";
    private static final String WIDE = "mwMW@%";
    private static final int WIDE_FROM = 0x1100;

    private Text() {}

    /** In pixels, when one em has so many. */
    public static double width(String text, double em) {
        return text.codePoints().mapToDouble(Text::ems).sum() * em;
    }

    private static double ems(int c) {
        if (c >= WIDE_FROM) {
            return 1.05;
        }
        if (THIN.indexOf(c) >= 0) {
            return 0.36;
        }
        if (WIDE.indexOf(c) >= 0) {
            return 0.92;
        }
        return Character.isUpperCase(c) ? 0.69 : 0.6;
    }

    /** What of a text fits. */
    public static String cut(String text, double em, double room) {
        if (width(text, em) <= room) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        double used = ems('…') * em;
        int end = 0;
        while (end < points.length && used + ems(points[end]) * em <= room) {
            used += ems(points[end]) * em;
            end++;
        }
        return new String(points, 0, end).stripTrailing() + "…";
    }
}
