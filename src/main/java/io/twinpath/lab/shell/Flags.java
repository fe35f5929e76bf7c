package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One-letter options, in any order and run together, and what is left.
 *
 * @param values of the options that take one, the last if repeated; empty text for those that take none
 */
record Flags(Map<Character, String> values, List<String> rest) {

    /** Reads words; {@code valued} are the options that take a value. Empty, with the reason said, for an unknown one. */
    static Optional<Flags> of(Call call, String plain, String valued) {
        Map<Character, String> values = new TreeMap<>();
        List<String> rest = new ArrayList<>();
        List<String> words = call.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("--")) {
                rest.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (word.length() < 2 || word.charAt(0) != '-') {
                rest.add(word);
                continue;
            }
            for (int c = 1; c < word.length(); c++) {
                char option = word.charAt(c);
                if (valued.indexOf(option) >= 0) {
                    boolean attached = c + 1 < word.length();
                    if (!attached && i + 1 >= words.size()) {
                        call.fail("option requires an argument -- '" + option + "'");
                        return Optional.empty();
                    }
                    values.put(option, attached ? word.substring(c + 1) : words.get(++i));
                    break;
                }
                if (plain.indexOf(option) < 0) {
                    call.fail((word.startsWith("--") ? "unrecognized option '" + word : "invalid option -- '" + option)
                            + "'");
                    return Optional.empty();
                }
                values.put(option, "");
            }
        }
        return Optional.of(new Flags(values, rest));
    }

    boolean has(char option) {
        return values.containsKey(option);
    }

    String value(char option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    /** The files to read: standard input when none is named. */
    List<String> files() {
        return rest.isEmpty() ? List.of("-") : rest;
    }
}
