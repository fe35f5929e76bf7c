package io.twinpath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinpath.diag.Diagnostic;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Tells the story that Twinpath was made for, with the real verbs against a simulated site over SSH and the vSphere API:
 * a host with one failing card is emptied, changed by a person, and has two storage paths over two cards.
 */
final class DemoVerb implements Callable<Integer> {

    private static final String SITE = "lain-2022-10-13";
    private static final String HOST = "esxi3.lain.local";
    /** Where most of its machines are when it has been emptied. */
    private static final String HOME = "esxi2.lain.local";

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final Invocation run;

    DemoVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "demo",
                        this,
                        "See the whole story on a simulated site, over real SSH and SOAP. Takes some seconds.")
                .examples("twinpath demo", "twinpath demo --color always | less -R", "twinpath -C site demo");
    }

    @Override
    public Integer call() throws CliException {
        Path project = project();
        try {
            Path folder = Files.createTempDirectory("twinpath-demo-");
            try (Lab lab = Results.orElseThrow(Lab.open(SITE, LabOptions.NONE), Exit.FAILED)) {
                Path endpoints = folder.resolve("lab.json");
                Results.orElseThrow(lab.endpoints().write(endpoints), Exit.FAILED);
                Map<String, String> own = new HashMap<>(run.environment());
                own.put("TWINPATH_LAB", endpoints.toString());
                return new Story(own, project).tell();
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new CliException(
                    Exit.FAILED,
                    Diagnostic.error(
                            "CLI0005", "Cannot keep state", "No temporary folder can be used: " + e.getMessage()));
        }
    }

    /** The project of the checkout that the launcher stands in: the story needs its own spec, whatever one works on. */
    private Path project() throws CliException {
        Optional<Path> home =
                Optional.ofNullable(System.getProperty("twinpath.home")).map(Path::of);
        return home.isPresent() && run.root().project.isEmpty()
                ? home.orElseThrow()
                : ProjectFolder.find(run).path();
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(folder)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }

    /** The verbs in their order. Each must end as the story says, or the demo fails. */
    private final class Story {

        private final Map<String, String> environment;
        private final Path project;

        private final Console console =
                new Console(run.out(), run.out(), run.console().in(), false, run.style(), run.style());

        Story(Map<String, String> environment, Path project) {
            this.environment = environment;
            this.project = project;
        }

        int tell() throws CliException {
            say("1. One ConnectX-2 carries all storage of esxi3. When it dies, every VM there stalls.");
            boolean good = run(Exit.DONE, "whatif", "card:" + HOST + "/5");
            say("2. The spec in Git wants two Broadcom 57810s. The plan says what only a person can do.");
            good = good && run(Exit.DONE, "plan", "--target", "vswitch:" + HOST + "/vSwitch1");
            say("3. Before that pomf's local disk moves to shared storage, and HA learns to act when storage is gone.");
            good = good
                    && run(Exit.DONE, "apply", "--yes", "--brief", "--target", "vm:pomf", "--target", "cluster:lain");
            say("4. Every machine leaves the host, the firewall too once its setting lets it.");
            good = good && runQuietly("evacuate", HOST, "--apply-overrides", "--yes");
            say("5. A person powers it off, puts both Broadcom 57810s in, and powers it on again.");
            good = good
                    && act("power", HOST, "off")
                    && act("card", HOST, "3", "broadcom-57810")
                    && act("card", HOST, "5", "broadcom-57810")
                    && act("power", HOST, "on");
            say("6. The same spec finds the new cards by slot and PCI id, whatever vmnic numbers they got.");
            good = good && run(Exit.DONE, "apply", "--yes", "--brief");
            say("7. Nothing is left to do, and each device has two paths over two cards.");
            good = good
                    && run(Exit.DONE, "plan", "--detailed-exitcode")
                    && run(Exit.DONE, "observe", "--paths", "--limit", HOST);
            say("8. A storage card dies under pomf.");
            good = good && act("fail", "card:" + HOME + "/3") && noneStalled();
            return good ? Exit.DONE.code() : Exit.FAILED.code();
        }

        /** What the site itself makes of it. */
        private boolean noneStalled() throws CliException {
            JsonNode status = new LabControl(new Invocation(run.root(), console, environment)).status();
            List<String> other = new ArrayList<>();
            status.path("vms").properties().forEach(vm -> {
                if (!vm.getValue().asText().equals("running")) {
                    other.add(vm.getKey() + " is " + vm.getValue().asText());
                }
            });
            JsonNode host = status.path("hosts").path(HOME);
            console.out()
                    .println(HOME + ": " + host.path("active_paths").asInt() + " paths left, "
                            + host.path("dead_paths").asInt() + " dead. "
                            + (other.isEmpty()
                                    ? "All " + status.path("vms").size() + " machines run; none is stalled."
                                    : String.join(", ", other) + "."));
            return other.isEmpty();
        }

        private void say(String sentence) {
            console.out().println(console.outStyle().bold(console.outStyle().blue(sentence)));
        }

        private boolean run(Exit expected, String... verb) {
            return run(console, expected, List.of(verb));
        }

        /** What happens to the site, not with Twinpath. */
        private boolean act(String... operation) {
            List<String> verb = new ArrayList<>(List.of("lab"));
            verb.addAll(List.of(operation));
            return succeeds(
                    new Console(NOWHERE, console.err(), console.in(), false, console.outStyle(), console.errStyle()),
                    Exit.DONE,
                    verb);
        }

        /** Without the progress, which says the same as the result. */
        private boolean runQuietly(String... verb) {
            return run(
                    new Console(console.out(), NOWHERE, console.in(), false, console.outStyle(), console.errStyle()),
                    Exit.DONE,
                    List.of(verb));
        }

        private boolean run(Console to, Exit expected, List<String> verb) {
            console.out().println(console.outStyle().dim("$ twinpath " + String.join(" ", verb)));
            return succeeds(to, expected, verb);
        }

        private boolean succeeds(Console to, Exit expected, List<String> verb) {
            List<String> arguments = new ArrayList<>(List.of("-C", project.toString()));
            arguments.addAll(verb);
            int exit = new CommandLineRun(to, environment).run(arguments);
            if (exit != expected.code()) {
                console.out().println("The demo expected exit code " + expected.code() + " and got " + exit + ".");
            }
            return exit == expected.code();
        }
    }
}
