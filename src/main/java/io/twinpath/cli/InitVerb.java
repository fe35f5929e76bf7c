package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.importer.ProjectPage;
import io.twinpath.model.Names;
import io.twinpath.model.SecretRef;
import io.twinpath.model.SshAccess;
import io.twinpath.spec.schema.SpecSchemas;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Starts a project: what it is called and how its hosts are reached. */
final class InitVerb implements Callable<Integer> {

    static final String IGNORE_FILE = ".gitignore";
    static final String IGNORED = """
            # Locks, schemas and the state of a simulated site. Pins are for everyone: they say whom to trust.
            .twinpath/*
            !.twinpath/known_hosts
            !.twinpath/known_certificates
            """;

    private final Invocation run;

    private Optional<String> name = Optional.empty();

    private List<String> hosts = new ArrayList<>();

    private Optional<String> user = Optional.empty();

    private Optional<String> password = Optional.empty();

    InitVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "init",
                        this,
                        "Start a project in this folder, or in the one that -C names. Existing files are never touched.",
                        "What is not given is asked for on a terminal.")
                .option(
                        "--name",
                        "NAME",
                        String.class,
                        given -> name = Optional.of(given),
                        "What the project is called.")
                .repeatable(
                        "--host", "HOST", given -> hosts = given, "A host that is going to be imported. Repeatable.")
                .option("--user", "USER", String.class, given -> user = Optional.of(given), "Who logs in to the hosts.")
                .option(
                        "--password",
                        "secret://…",
                        String.class,
                        given -> password = Optional.of(given),
                        "Where the password is found: secret://env/NAME, secret://file/PATH or secret://exec/COMMAND.")
                .examples(
                        "twinpath init",
                        "twinpath -C site init",
                        "twinpath -C site init --name site --host esxi1.lain.local --user root \\",
                        "    --password secret://env/ESXI_PASSWORD");
    }

    @Override
    public Integer call() throws CliException {
        Path folder = run.root().project.orElse(Path.of("")).toAbsolutePath().normalize();
        SortedMap<String, String> files = new TreeMap<>();
        NewFiles.refuseExisting(folder, List.of(ProjectPage.FILE));
        if (!Files.exists(folder.resolve(IGNORE_FILE), LinkOption.NOFOLLOW_LINKS)) {
            files.put(IGNORE_FILE, IGNORED);
        }
        files.put(ProjectPage.FILE, page(folder));
        NewFiles.write(folder, files);
        files.keySet().forEach(file -> run.out().println("wrote " + folder.resolve(file)));
        SchemaFiles.write(Optional.of(folder), SchemaFiles.standard(folder));
        next();
        return Exit.DONE.code();
    }

    private String page(Path folder) throws CliException {
        if (!run.console().interactive()) {
            refuseMissing();
        }
        Answers answers = new Answers();
        String called = answers.orAsk(name, "Name of the project", String.valueOf(folder.getFileName()));
        if (hosts.isEmpty()) {
            String typed = answers.orAsk(Optional.empty(), "Hosts, with blanks between", "");
            hosts.addAll(Arrays.stream(typed.split("[ ,]+"))
                    .filter(h -> !h.isEmpty())
                    .toList());
        }
        String login = answers.orAsk(user, "User on the hosts", "root");
        String secret = answers.orAsk(password, "Reference to the password", "secret://env/ESXI_PASSWORD");
        SshAccess access = new SshAccess(
                Optional.empty(),
                Optional.empty(),
                Optional.of(login),
                Optional.of(checked(called, secret)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return ProjectPage.text(
                called, Optional.of(access), Optional.empty(), List.of(SpecSchemas.modeline(ProjectPage.FILE)));
    }

    private void refuseMissing() throws CliException {
        List<String> missing = new ArrayList<>();
        name.ifPresentOrElse(n -> {}, () -> missing.add("--name"));
        if (hosts.isEmpty()) {
            missing.add("--host");
        }
        user.ifPresentOrElse(u -> {}, () -> missing.add("--user"));
        password.ifPresentOrElse(p -> {}, () -> missing.add("--password"));
        if (!missing.isEmpty()) {
            throw usage(
                    "This is not a terminal, and these are missing: " + String.join(", ", missing) + ".",
                    "Give all of them: twinpath init --name NAME --host HOST --user USER --password secret://…");
        }
    }

    private SecretRef checked(String called, String secret) throws CliException {
        if (called.isBlank() || called.codePoints().anyMatch(Names::hidden)) {
            throw usage("\"" + called + "\" is no name for a project.", "Take letters, digits, hyphens.");
        }
        for (String host : hosts) {
            if (!Names.isHost(host)) {
                throw usage("\"" + host + "\" is not the name of a host.", "Write it as DNS has it.");
            }
        }
        try {
            return SecretRef.parse(secret);
        } catch (IllegalArgumentException e) {
            throw usage(
                    "A password is never written into a file, only where it is found.",
                    "Such as --password secret://env/ESXI_PASSWORD");
        }
    }

    private void next() {
        String all = String.join(" ", hosts);
        run.err().println("Next:");
        hosts.forEach(host -> run.err().println("  twinpath trust --new " + host));
        run.err().println("  twinpath import " + all);
    }

    private static CliException usage(String what, String hint) {
        return new CliException(
                Exit.USAGE,
                Diagnostic.error("CLI0015", "Project not started", what).hint(hint));
    }

    /** Answers of a person, one line each. */
    private final class Answers {

        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(run.console().in(), StandardCharsets.UTF_8));

        String orAsk(Optional<String> given, String question, String otherwise) throws CliException {
            if (given.isPresent()) {
                return given.orElseThrow();
            }
            run.err().print(question + (otherwise.isEmpty() ? ": " : " [" + otherwise + "]: "));
            run.err().flush();
            try {
                String line = in.readLine();
                if (line == null) {
                    throw usage("The questions were not answered.", "Give the options instead; see --help.");
                }
                return line.isBlank() ? otherwise : line.strip();
            } catch (IOException e) {
                throw usage("The questions could not be read.", "Give the options instead; see --help.");
            }
        }
    }
}
