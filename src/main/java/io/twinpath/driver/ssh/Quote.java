package io.twinpath.driver.ssh;

/** Quoting for BusyBox {@code ash}: inside single quotes everything stands for itself, so only they need care. */
final class Quote {

    private Quote() {}

    /** One shell word that means exactly {@code text}, whatever it holds, newlines included; NUL cannot be sent. */
    static String word(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL cannot be an argument");
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
