package io.twinpath.lab.shell;

import java.util.List;

/** Shells within the shell: {@code sh}, and scripts that are run by their name. */
final class Scripts {

    private Scripts() {}

    /** {@code sh -c SCRIPT [NAME [ARGUMENT…]]}, {@code sh FILE [ARGUMENT…]}, or {@code sh} with the script on its input. */
    static int sh(Call call) {
        Env env = call.env().child(call.machine().jobs().nextPid());
        List<String> words = call.arguments();
        boolean command = false;
        boolean input = false;
        while (!words.isEmpty() && words.getFirst().matches("[-+][a-z]+")) {
            for (char option : words.getFirst().substring(1).toCharArray()) {
                command |= option == 'c';
                input |= option == 's';
                if ("eufxa".indexOf(option) >= 0) {
                    env.options.add(option);
                }
            }
            words = words.subList(1, words.size());
        }
        words = words.isEmpty() || !words.getFirst().equals("--") ? words : words.subList(1, words.size());
        if (command) {
            return words.isEmpty()
                    ? call.error("-c requires an argument", 2)
                    : run(call, env, new Source(words.getFirst()), words.subList(1, words.size()));
        }
        if (input || words.isEmpty()) {
            env.parameters = words;
            return child(call, env).script(new Source(call.streams().in()), call.streams());
        }
        return file(env, words, call);
    }

    static int file(List<String> words, Call call) {
        return file(call.env().child(call.machine().jobs().nextPid()), words, call);
    }

    private static int file(Env env, List<String> words, Call call) {
        String path = words.getFirst();
        try {
            return run(call, env, new Source(call.read(path)), words);
        } catch (FileException e) {
            boolean bySh = call.name().equals("sh") || call.name().equals("ash");
            call.streams()
                    .err()
                    .write(
                            bySh
                                    ? "sh: can't open '" + path + "': "
                                            + e.trouble().words() + "\n"
                                    : "sh: " + path + ": not found\n");
            return bySh ? 2 : 127;
        }
    }

    /** Runs a script; the first word names it, the others are its parameters. */
    private static int run(Call call, Env env, Source source, List<String> words) {
        if (!words.isEmpty()) {
            env.name = words.getFirst();
            env.parameters = List.copyOf(words.subList(1, words.size()));
        }
        return child(call, env).script(source, call.streams());
    }

    private static Interpreter child(Call call, Env env) {
        return new Interpreter(call.machine(), env, call.budget(), call.shell().background());
    }
}
