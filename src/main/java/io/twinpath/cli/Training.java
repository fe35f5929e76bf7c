package io.twinpath.cli;

import io.twinpath.report.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The last run is over the API wherever it has words; of the kinds of hosts the others only meet SSH's. */
    private static final String OVER_THE_API = "groups:\n  all:\n    connect: {via: [api, ssh]}\n";

    private Training() {}

    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        Class.forName(Main.class.getName());
        Terminal.console(System.getenv());
        boolean offline = args[1].equals("offline");
        for (List<String> verb : offline ? OFFLINE : ALL) {
            run(args[0], verb);
        }
        if (!offline) {
            Files.writeString(Path.of(args[0], "inventory", "training-over-the-api.yml"), OVER_THE_API);
            run(args[0], List.of("plan"));
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
