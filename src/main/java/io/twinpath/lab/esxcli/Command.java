package io.twinpath.lab.esxcli;

import java.util.List;

/**
 * One line of the command table.
 *
 * @param words such as {@code network nic list}
 * @param help one line for the usage text
 * @param changes whether it changes the host
 * @param options in the order of the usage text
 */
record Command(List<String> words, String help, boolean changes, List<Option> options, Handler handler) {

    /** What a command does. */
    @FunctionalInterface
    interface Handler {
        /** @throws Fault when it cannot be done */
        Output run(HostView host, Arguments arguments);
    }

    Command {
        words = List.copyOf(words);
        options = List.copyOf(options);
    }

    static Command read(String words, String help, Handler handler, Option... options) {
        return new Command(List.of(words.split(" ")), help, false, List.of(options), handler);
    }

    static Command write(String words, String help, Handler handler, Option... options) {
        return new Command(List.of(words.split(" ")), help, true, List.of(options), handler);
    }

    String name() {
        return String.join(" ", words);
    }
}
