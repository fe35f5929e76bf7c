package io.twinpath.driver.esxcli;

import java.util.List;
import java.util.regex.Pattern;

/** The grammar of esxcli's namespaces and commands: letters, digits and inner hyphens. */
public final class Words {

    private static final Pattern WORD = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,40}");

    private Words() {}

    /** An unmodifiable copy; refuses words that are no words, so that none can be an option or shell text. */
    public static List<String> checked(List<String> words) {
        if (words.size() < 2 || !words.stream().allMatch(w -> WORD.matcher(w).matches())) {
            throw new IllegalArgumentException("not an esxcli command: " + words);
        }
        return List.copyOf(words);
    }
}
