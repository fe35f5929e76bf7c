package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.observe.Progress;
import io.twinpath.report.Report;
import io.twinpath.report.file.ReportFormat;
import io.twinpath.report.picture.Figure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reports beside the answer for people. A verb that has them describes the option, runs inside of {@link #during}, and hands
 * its {@link Report} to {@link #write}; without the option nothing is made and nothing is loaded for it.
 *
 * <p>{@code -} is standard output, where the answer stands otherwise; the answer for people then goes to standard error.
 */
final class ReportOption {

    private static final String STDOUT = "-";

    private final Invocation run;
    private List<String> given = new ArrayList<>();
    private Optional<ReportFiles> files = Optional.empty();
    private final boolean draws;
    private Optional<Drawn> drawn = Optional.empty();

    ReportOption(Invocation run) {
        this(run, true);
    }

    /** @param draws whether the verb looks at what a picture of the site takes */
    ReportOption(Invocation run, boolean draws) {
        this.run = run;
        this.draws = draws;
    }

    /** What is shown of a project, made only when it is asked for. */
    private record Drawn(String project, Supplier<List<Figure>> figures) {}

    void describe(Syntax syntax) {
        syntax.repeatable(
                "--report",
                "FORMAT=FILE",
                to -> given = to,
                "Also write a report: json, ndjson, markdown, sarif, junit, github, gitlab"
                        + (draws ? ", html or svg." : " or html."),
                "FILE - is standard output; the answer then goes to standard error. Repeatable.");
    }

    /** A verb from here on. */
    @FunctionalInterface
    interface Body {
        /** @param people where the answer for people goes */
        int run(Console people) throws CliException;
    }

    /**
     * Runs a verb. When it ends with diagnostics, the reports hold these.
     *
     * @param machine whether standard output is asked for by another machine form already
     */
    int during(String verb, boolean machine, Body body) throws CliException {
        if (given.isEmpty()) {
            return body.run(run.console());
        }
        List<ReportFiles.Target> targets = targets(machine);
        Console console = run.console();
        ReportFiles reports = new ReportFiles(verb, targets, ReportFiles.roots(run), console);
        files = Optional.of(reports);
        boolean taken = targets.stream().anyMatch(t -> t.file().isEmpty());
        Console people = taken
                ? new Console(
                        console.err(),
                        console.err(),
                        console.in(),
                        console.interactive(),
                        console.errStyle(),
                        console.errStyle())
                : console;
        try {
            return body.run(people);
        } catch (CliException e) {
            throw reports.ended() ? e : reports.failed(e, this::drawn);
        }
    }

    /** How a look at the site goes on, for the formats that tell it. */
    Progress progress() {
        return files.<Progress>map(f -> f).orElseGet(Progress::silent);
    }

    /** What formats that draw are to show, also when the run ends early. */
    void draw(String project, Supplier<List<Figure>> figures) {
        drawn = Optional.of(new Drawn(project, figures));
    }

    private Report drawn(Report report) {
        boolean wanted = files.filter(ReportFiles::draws).isPresent();
        return drawn.filter(d -> wanted)
                .map(d -> report.with(d.project(), d.figures().get()))
                .orElse(report);
    }

    /** Writes all of them; when one cannot be written the others are, and the run has failed. */
    void write(Supplier<Report> report) throws CliException {
        if (files.isPresent()) {
            List<Diagnostic> problems = files.orElseThrow().write(drawn(report.get()));
            if (!problems.isEmpty()) {
                throw new CliException(Exit.FAILED, problems);
            }
        }
    }

    private List<ReportFiles.Target> targets(boolean machine) throws CliException {
        List<ReportFiles.Target> targets = new ArrayList<>();
        Set<String> places = new HashSet<>();
        for (String one : given) {
            int at = one.indexOf('=');
            String word = at < 0 ? one : one.substring(0, at);
            String file = at < 0 ? "" : one.substring(at + 1);
            Optional<ReportFormat> format = ReportFormat.of(word);
            if (format.isEmpty()) {
                throw usage("\"" + word + "\" is no format of reports.", formats(word));
            }
            if (format.orElseThrow() == ReportFormat.SVG && !draws) {
                throw new CliException(Exit.USAGE, nothingToDraw());
            }
            if (file.isEmpty()) {
                throw usage("\"" + one + "\" names no file.", List.of("Such as --report " + word + "=FILE"));
            }
            boolean stdout = file.equals(STDOUT);
            if (stdout && machine) {
                throw usage(
                        "Standard output already has the answer for machines.",
                        List.of("Leave one of --output and --report " + one + " out, or name a file."));
            }
            Optional<Path> path = stdout ? Optional.empty() : Optional.of(path(file));
            if (!places.add(
                    path.map(p -> p.toAbsolutePath().normalize().toString()).orElse(STDOUT))) {
                throw usage("Two reports go to " + (stdout ? "standard output." : "\"" + file + "\"."), List.of());
            }
            targets.add(new ReportFiles.Target(format.orElseThrow(), path));
        }
        return targets;
    }

    private static Path path(String file) throws CliException {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw usage("\"" + file + "\" is no name of a file.", List.of());
        }
    }

    private static List<String> formats(String word) {
        List<String> near = Nearest.hint(word, ReportFormat.words());
        return near.isEmpty() ? List.of("The formats are " + String.join(", ", ReportFormat.words()) + ".") : near;
    }

    private static Diagnostic nothingToDraw() {
        return Diagnostic.error(
                        "CLI0052",
                        "Nothing to draw",
                        "This verb does not look at machines and storage, so it has no picture of the site.")
                .hint("The findings as a page: --report html=FILE")
                .hint("The site as it is now: twinpath graph -o FILE.svg");
    }

    private static CliException usage(String what, List<String> hints) {
        Diagnostic problem = Diagnostic.error("CLI0040", "Report that cannot be made", what);
        for (String hint : hints) {
            problem = problem.hint(hint);
        }
        return new CliException(Exit.USAGE, problem);
    }
}
