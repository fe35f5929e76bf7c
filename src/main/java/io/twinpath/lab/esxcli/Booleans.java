package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.Locale;

/** The words that esxcli takes for true and false. */
final class Booleans {

    private static final List<String> TRUE = List.of("1", "y", "yes", "t", "true", "on");
    private static final List<String> FALSE = List.of("0", "n", "no", "f", "false", "off");

    private Booleans() {}

    static boolean valid(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return TRUE.contains(lower) || FALSE.contains(lower);
    }

    static boolean truth(String word) {
        return TRUE.contains(word.toLowerCase(Locale.ROOT));
    }
}
