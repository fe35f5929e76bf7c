package io.twinpath.cli;

import io.twinpath.report.Style;
import java.io.PrintStream;
import java.util.Map;

/**
 * What every verb is started with.
 *
 * @param root the global options
 * @param console the terminal, or what stands for it
 * @param environment the variables; nothing else is read from the process
 */
record Invocation(RootVerb root, Console console, Map<String, String> environment) {

    /** Where it reads and writes, in colour or not as {@code --color} says; asked for after the command line is read. */
    @Override
    public Console console() {
        return switch (root.color) {
            case auto -> console;
            case always -> console.withColor(true);
            case never -> console.withColor(false);
        };
    }

    /** Takes the answer. */
    PrintStream out() {
        return console.out();
    }

    /** Takes everything that is not the answer. */
    PrintStream err() {
        return console.err();
    }

    /** Of the answer. */
    Style style() {
        return console().outStyle();
    }
}
