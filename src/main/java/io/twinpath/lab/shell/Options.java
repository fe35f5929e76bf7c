package io.twinpath.lab.shell;

import java.util.List;
import java.util.Map;

/** {@code set}: options and positional parameters. */
final class Options {

    private static final Map<String, Character> NAMED =
            Map.of("errexit", 'e', "nounset", 'u', "noglob", 'f', "xtrace", 'x', "allexport", 'a', "verbose", 'v');

    private Options() {}

    static int set(Call call) {
        Env env = call.env();
        List<String> words = call.arguments();
        if (words.isEmpty()) {
            env.variables.forEach((name, value) -> call.line(name + "='" + value.replace("'", "'\"'\"'") + "'"));
            return 0;
        }
        int at = 0;
        while (at < words.size() && words.get(at).matches("[-+].*")) {
            String word = words.get(at++);
            if (word.equals("--")) {
                env.parameters = List.copyOf(words.subList(at, words.size()));
                return 0;
            }
            at = change(env, word, words, at);
        }
        if (at < words.size()) {
            env.parameters = List.copyOf(words.subList(at, words.size()));
        }
        return 0;
    }

    private static int change(Env env, String word, List<String> words, int at) {
        int next = at;
        boolean on = word.startsWith("-");
        for (char option : word.substring(1).toCharArray()) {
            char letter = option;
            if (option == 'o') {
                String name = next < words.size() ? words.get(next++) : "";
                letter = NAMED.getOrDefault(name, ' ');
                if (letter == ' ' && !name.equals("pipefail") && !name.isEmpty()) {
                    throw new ShellError("set: illegal option -o " + name, 2);
                }
            } else if (!NAMED.containsValue(option)) {
                throw new ShellError("set: illegal option -" + option, 2);
            }
            toggle(env, letter, on);
        }
        return next;
    }

    private static void toggle(Env env, char letter, boolean on) {
        if (letter == ' ') {
            return;
        }
        if (on) {
            env.options.add(letter);
        } else {
            env.options.remove(letter);
        }
    }
}
