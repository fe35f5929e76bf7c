package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.Twinpath;
import io.twinpath.diag.Result;
import io.twinpath.report.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the launcher runs for each start-up cache, so that it holds the classes of the verbs that will use it. Its arguments are
 * the project (a copy, for state is written beside the spec) and which verbs: {@code offline} for those that never leave the machine,
 * {@code online} for those that ask a site, {@code all} for those that have the simulated site in their own process. A cache costs
 * time for each class in it.
 *
 * <p>Asks simulated sites only, whatever project stands beside the launcher. Says nothing, and a verb that fails here is only one
 * that starts slower.
 */
final class Training {

    private static final List<List<String>> OFFLINE = List.of(
            List.of("version"),
            List.of("validate"),
            List.of("render"),
            List.of("explain", "advanced:esxi3.lain.local/Misc.APDTimeout"));

    private static final List<List<String>> ONLINE =
            List.of(List.of("version"), List.of("validate"), List.of("plan"), List.of("observe", "--paths"));

    /** The last run is over the API wherever it has words; of the kinds of hosts the others only meet SSH's. */
    private static final String OVER_THE_API = "groups:\n  all:\n    connect: {via: [api, ssh]}\n";

    private static final String SITE = "lain-2022-10-13";
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Path project;
    private final List<String> globally;

    /** @param globally options that go before each verb */
    private Training(Path project, List<String> globally) {
        this.project = project;
        this.globally = List.copyOf(globally);
    }

    public static void main(String[] args) throws ReflectiveOperationException, IOException, InterruptedException {
        Class.forName(Main.class.getName());
        Terminal.console(System.getenv());
        Path project = Path.of(args[0]);
        switch (args[1]) {
            case "offline" -> new Training(project, List.of()).run(OFFLINE);
            case "online" -> online(project);
            default -> {
                if (simulated(project)) {
                    new Training(project, List.of()).asking();
                }
                new Training(project, List.of()).run(List.of(List.of("demo")));
            }
        }
        System.exit(0);
    }

    private static boolean simulated(Path project) {
        return switch (Twinpath.standard().open(project).result()) {
            case Result.Ok<Project> ok -> ok.value().spec().project().lab().isPresent();
            case Result.Failed<Project> failed -> false;
        };
    }

    /** The site is in another process, so that no class of it gets into the cache. */
    private static void online(Path project) throws IOException, InterruptedException {
        Path endpoints = project.resolve("endpoints.json");
        Process lab = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "lab",
                        "serve",
                        SITE,
                        "--endpoints",
                        endpoints.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread end = new Thread(lab::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        long started = System.nanoTime();
        while (!Files.exists(endpoints) && System.nanoTime() - started < READY.toNanos()) {
            if (lab.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        new Training(project, List.of("--lab", endpoints.toString())).asking();
    }

    private void asking() throws IOException {
        run(ONLINE);
        Path more = project.resolve("inventory").resolve("training-over-the-api.yml");
        Files.writeString(more, OVER_THE_API);
        run(List.of(List.of("plan")));
        Files.delete(more);
    }

    private void run(List<List<String>> verbs) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(nowhere, nowhere, InputStream.nullInputStream(), false, Style.PLAIN, Style.PLAIN);
        for (List<String> verb : verbs) {
            List<String> arguments = new ArrayList<>(List.of("-C", project.toString()));
            arguments.addAll(globally);
            arguments.addAll(verb);
            new CommandLineRun(console, Map.of()).run(arguments);
        }
    }
}
