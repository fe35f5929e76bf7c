package io.twinpath.lab.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code trap}, {@code kill} and {@code wait}. Of the traps, EXIT runs its action; other signals can be ignored only. */
final class Signals {

    private static final Map<String, String> NUMBERED =
            Map.of("0", "EXIT", "1", "HUP", "2", "INT", "3", "QUIT", "9", "KILL", "13", "PIPE", "15", "TERM");

    private Signals() {}

    static int trap(Call call) {
        List<String> words = call.arguments();
        Map<String, String> traps = call.env().traps;
        if (words.isEmpty()) {
            traps.forEach((name, action) -> call.line("trap -- '" + action.replace("'", "'\"'\"'") + "' " + name));
            return 0;
        }
        boolean resets = words.getFirst().equals("-") || words.size() == 1;
        for (String word : words.size() == 1 ? words : words.subList(1, words.size())) {
            Optional<String> signal = signal(word);
            if (signal.isEmpty()) {
                return call.error(word + ": invalid signal specification", 1);
            }
            if (resets) {
                traps.remove(signal.get());
            } else {
                traps.put(signal.get(), words.getFirst());
            }
        }
        return 0;
    }

    static int kill(Call call) {
        List<String> words = call.arguments();
        Optional<String> signal = Optional.of("TERM");
        if (!words.isEmpty() && words.getFirst().equals("-s") && words.size() > 1) {
            signal = signal(words.get(1));
            words = words.subList(2, words.size());
        } else if (!words.isEmpty() && words.getFirst().startsWith("-")) {
            signal = signal(words.getFirst().substring(1));
            words = words.subList(1, words.size());
        }
        if (signal.isEmpty() || words.isEmpty()) {
            return call.error("you need to specify whom to kill", 1);
        }
        int status = 0;
        for (String word : words) {
            status = kill(call, word, signal.get()) ? status : 1;
        }
        return status;
    }

    private static boolean kill(Call call, String word, String signal) {
        Optional<Jobs.Job> job =
                Builtins.number(word).flatMap(call.machine().jobs()::find).filter(Jobs.Job::running);
        if (job.isEmpty()) {
            call.error("can't kill pid " + word + ": No such process", 1);
            return false;
        }
        if (!signal.equals("EXIT")) {
            job.get().signal(signal);
        }
        return true;
    }

    static int await(Call call) {
        call.streams().out().flush();
        if (call.arguments().isEmpty()) {
            call.shell().background().awaitStarted(call.budget());
            return 0;
        }
        int status = 0;
        for (String word : call.arguments()) {
            Optional<Jobs.Job> job =
                    Builtins.number(word).flatMap(call.machine().jobs()::find);
            status = job.map(found -> Background.wait(found, call.budget())).orElse(127);
        }
        return status;
    }

    private static Optional<String> signal(String word) {
        String name = NUMBERED.getOrDefault(word, word.startsWith("SIG") ? word.substring(3) : word);
        return Optional.of(name).filter(n -> NUMBERED.containsValue(n) || n.equals("USR1") || n.equals("USR2"));
    }
}
