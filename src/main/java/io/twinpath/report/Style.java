package io.twinpath.report;

/**
 * Whether text carries colour. Everything is said without it: colour only helps the eye.
 *
 * @param color whether to write ANSI sequences
 */
public record Style(boolean color) {

    public static final Style PLAIN = new Style(false);

    private static final String RESET = "\u001b[0m";

    public String bold(String text) {
        return in("1", text);
    }

    public String dim(String text) {
        return in("2", text);
    }

    public String red(String text) {
        return in("31", text);
    }

    public String green(String text) {
        return in("32", text);
    }

    public String yellow(String text) {
        return in("33", text);
    }

    public String blue(String text) {
        return in("34", text);
    }

    private String in(String code, String text) {
        return color && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
