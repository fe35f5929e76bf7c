package io.twinpath.cli;

import io.twinpath.cli.completion.Manual;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Writes the pages of the manual, made of what the verbs say of themselves. */
final class ManualVerb implements Callable<Integer> {

    private static final String TOOL = "twinpath";

    private final Invocation run;

    private List<String> verb = List.of();

    private Optional<Path> folder = Optional.empty();

    ManualVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "manual",
                        this,
                        "Write a page of the manual, for man, to standard output; or all of them into a folder.")
                .parameters("VERB", given -> verb = given, "The verb that it is about. Default: the tool itself.")
                .option(
                        "--dir",
                        "DIR",
                        Path.class,
                        given -> folder = Optional.of(given),
                        "Write every page into this folder, such as one that ends with man1.")
                .examples(
                        "twinpath manual plan | man -l -",
                        "twinpath manual lab serve | man -l -",
                        "twinpath manual --dir ~/.local/share/man/man1");
    }

    @Override
    public Integer call() throws CliException {
        Manual manual = Manual.of(CompletionVerb.everything(run.console(), run.environment()), facts());
        if (folder.isPresent()) {
            write(manual, folder.orElseThrow());
            return Exit.DONE.code();
        }
        String name = verb.isEmpty() ? TOOL : TOOL + "-" + String.join("-", verb);
        Optional<String> page = Optional.ofNullable(manual.pages().get(name));
        run.out().print(page.orElseThrow(() -> unknown(manual)));
        return Exit.DONE.code();
    }

    private void write(Manual manual, Path into) throws CliException {
        for (Map.Entry<String, String> page : manual.pages().entrySet()) {
            Path file = into.resolve(page.getKey() + ".1");
            try {
                Files.createDirectories(into);
                WholeFile.replace(file, page.getValue());
            } catch (IOException e) {
                throw new CliException(
                        Exit.FAILED,
                        Diagnostic.error(
                                "CLI0059",
                                "Page of the manual not written",
                                "\"" + file + "\" cannot be written: " + WholeFile.why(e) + "."));
            }
            run.out().println("wrote " + file);
        }
    }

    private CliException unknown(Manual manual) {
        String asked = String.join(" ", verb);
        List<String> verbs = manual.pages().keySet().stream()
                .filter(name -> !name.equals(TOOL))
                .map(name -> name.substring(TOOL.length() + 1).replace('-', ' '))
                .toList();
        Diagnostic problem =
                Diagnostic.error("CLI0060", "No such page", "The manual has no page about \"" + asked + "\".");
        for (String near : Nearest.hint(asked, verbs)) {
            problem = problem.hint(near);
        }
        return new CliException(Exit.USAGE, problem);
    }

    private static Manual.Facts facts() {
        SortedMap<Integer, String> exits = new TreeMap<>();
        for (Exit exit : Exit.values()) {
            exits.put(exit.code(), exit.meaning() + ".");
        }
        return new Manual.Facts(
                Version.number(),
                exits,
                new TreeMap<>(Map.of(
                        "inventory/", "The spec: hosts, groups, clusters, virtual machines, storage, policies.",
                        "modules/", "Modules, which the spec calls with parameters.",
                        "plans/", "Saved plans, as text that can be reviewed.",
                        ".twinpath/known_hosts", "Pinned host keys.",
                        ".twinpath/known_certificates", "Pinned certificates.",
                        ".twinpath/", "What runs leave behind: the lock, the state of an embedded lab, schemas.")),
                new TreeMap<>(Map.of(
                        "TWINPATH_LAB", "An endpoints file of a lab, as with --lab.",
                        "SSH_AUTH_SOCK", "The SSH agent, where a host names neither a password nor a key file.",
                        "NO_COLOR", "No colour, whatever the terminal can do.",
                        "CLICOLOR_FORCE", "Colour, also into files and pipes.",
                        "TWINPATH_JAVA_HOME", "The JDK that the launcher takes.",
                        "TWINPATH_JAVA_OPTS", "Options for its Java runtime.",
                        "TWINPATH_AOT", "With off the launcher neither uses nor makes its start-up cache.")));
    }
}
