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
 * What the launcher runs for each start-up cache, so that it holds the classes of the verbs that will use it. Its arguments are
 * the project (a copy, for state is written beside the spec) and which verbs: {@code offline} or {@code all}. A cache costs
 * time for each class in it, so that verbs that never leave the machine have one without SSH and the lab.
 *
 * <p>Says nothing, and a verb that fails here is only one that starts slower.
 */
final class Training {

    private static final List<List<String>> OFFLINE = List.of(
            List.of("version"),
            List.of("validate"),
            List.of("render"),
            List.of("explain", "advanced:esxi3.lain.local/Misc.APDTimeout"));

    private static final List<List<String>> ALL = List.of(
            List.of("version"), List.of("validate"), List.of("plan"), List.of("observe", "--paths"), List.of("demo"));

    private Training() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        Class.forName(Main.class.getName());
        for (List<String> verb : args[1].equals("offline") ? OFFLINE : ALL) {
            run(args[0], verb);
        }
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
