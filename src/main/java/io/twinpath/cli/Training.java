package io.twinpath.cli;

import io.twinpath.report.Style;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the launcher runs once for each build, so that the start-up cache holds the classes of the everyday verbs. Its one
 * argument is the project: a copy, for state is written beside the spec.
 *
 * <p>Says nothing, and a verb that fails here is only one that starts slower.
 */
final class Training {

    private static final List<List<String>> VERBS = List.of(
            List.of("version"), List.of("validate"), List.of("plan"), List.of("observe", "--paths"), List.of("demo"));

    private Training() {}

    public static void main(String[] args) {
        VERBS.forEach(verb -> run(args[0], verb));
        System.exit(0);
    }

    private static void run(String project, List<String> verb) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(nowhere, nowhere, InputStream.nullInputStream(), false, Style.PLAIN, Style.PLAIN);
        List<String> arguments = new ArrayList<>(List.of("-C", project));
        arguments.addAll(verb);
        new CommandLineRun(console, Map.of()).run(arguments);
    }
}
