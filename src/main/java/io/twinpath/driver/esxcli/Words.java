package io.twinpath.driver.esxcli;

import java.util.List;

/** The grammar of esxcli's namespaces and commands: letters, digits and inner hyphens. */
public final class Words {

    private static final int LONGEST = 41;

    private Words() {}

    /** An unmodifiable copy; refuses words that are no words, so that none can be an option or shell text. */
    public static List<String> checked(List<String> words) {
        if (words.size() < 2 || !words.stream().allMatch(Words::isWord)) {
            throw new IllegalArgumentException("not an esxcli command: " + words);
        }
        return List.copyOf(words);
    }

    /** A letter, then letters, digits and hyphens. Without a regular expression: each question of each host comes here. */
    private static boolean isWord(String word) {
        if (word.isEmpty() || word.length() > LONGEST || !isLetter(word.charAt(0))) {
            return false;
        }
        for (int at = 1; at < word.length(); at++) {
            char c = word.charAt(at);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
