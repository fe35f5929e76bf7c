package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.observe.Progress;
import io.twinpath.report.Report;
import io.twinpath.report.Roots;
import io.twinpath.report.file.NdjsonReport;
import io.twinpath.report.file.ReportFormat;
import io.twinpath.spec.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The reports of one run on their way out. Files appear whole; on standard output progress comes while it is made. */
final class ReportFiles implements Progress {

    private static final String HOME = "inventory/project.yml";

    /** How many sorts of errors a heading names. */
    private static final int SORTS = 3;

    /** @param file empty for standard output */
    record Target(ReportFormat format, Optional<Path> file) {

        boolean streams() {
            return format == ReportFormat.NDJSON && file.isEmpty();
        }
    }

    private final String verb;
    private final List<Target> targets;
    private final Roots roots;
    private final Console console;
    private final StringBuilder lines = new StringBuilder();
    private boolean ended;

    ReportFiles(String verb, List<Target> targets, Roots roots, Console console) {
        this.verb = verb;
        this.targets = List.copyOf(targets);
        this.roots = roots;
        this.console = console;
        line(NdjsonReport.start(verb));
    }

    /** Files as they are called from where one stands: in a pipeline that is the top of the repository. */
    static Roots roots(Invocation run) {
        Optional<ProjectFolder> project = ProjectFolder.find(run.root().project.orElse(Path.of("")));
        if (project.isEmpty()) {
            return Roots.NONE;
        }
        Path here = Path.of("").toAbsolutePath().normalize();
        Path folder = project.orElseThrow().path();
        String way = folder.startsWith(here) && !folder.equals(here)
                ? here.relativize(folder).toString().replace('\\', '/') + "/"
                : "";
        List<String> names = new FolderFiles(folder).inventory();
        return new Roots(
                way, names.contains(HOME) ? Optional.of(HOME) : names.stream().findFirst());
    }

    /** Whether one of them shows the site. */
    boolean draws() {
        return targets.stream().anyMatch(t -> t.format().draws());
    }

    boolean ended() {
        return ended;
    }

    /** What the run ends with, now also told by the reports, and with what became of these. */
    CliException failed(CliException e, UnaryOperator<Report> also) {
        List<Diagnostic> all = new ArrayList<>(e.diagnostics());
        all.addAll(
                write(also.apply(Report.failed(verb, "The run has ended early: " + reason(e) + ".", e.diagnostics()))));
        return new CliException(e.exit(), all, e.sources());
    }

    /** Each sort of error with how many there are; else what the exit code means. */
    private static String reason(CliException e) {
        Map<String, Long> errors = e.diagnostics().stream()
                .filter(Diagnostic::isError)
                .collect(Collectors.groupingBy(Diagnostic::summary, LinkedHashMap::new, Collectors.counting()));
        String more = errors.size() > SORTS ? ", and more" : "";
        return errors.isEmpty()
                ? e.exit().meaning()
                : errors.entrySet().stream()
                        .limit(SORTS)
                        .map(each -> each.getKey() + (each.getValue() == 1 ? "" : " (" + each.getValue() + ")"))
                        .collect(Collectors.joining(", ", "", more));
    }

    /** What could not be written. */
    synchronized List<Diagnostic> write(Report report) {
        ended = true;
        String told = lines + NdjsonReport.rest(report, roots);
        List<Diagnostic> problems = new ArrayList<>();
        for (Target target : targets) {
            if (target.streams()) {
                console.out().print(NdjsonReport.rest(report, roots));
                console.out().flush();
            } else {
                boolean events = target.format() == ReportFormat.NDJSON;
                write(target, events ? told : target.format().text(report, roots), problems);
            }
        }
        return problems;
    }

    private void write(Target target, String text, List<Diagnostic> problems) {
        if (target.file().isEmpty()) {
            console.out().print(text);
            console.out().flush();
            return;
        }
        Path file = target.file().orElseThrow();
        try {
            if (Files.isDirectory(file)) {
                problems.add(problem(file, "it is a folder"));
            } else {
                WholeFile.replace(file, text);
            }
        } catch (IOException e) {
            problems.add(problem(file, WholeFile.why(e)));
        }
    }

    private static Diagnostic problem(Path file, String why) {
        return Diagnostic.error("CLI0041", "Report not written", "\"" + file + "\" cannot be written: " + why + ".")
                .hint("The run itself is not undone by that. Name a file in a folder that you may write to.");
    }

    @Override
    public void answered(String host, int facts) {
        line(NdjsonReport.answered(host, facts));
    }

    @Override
    public void failed(String host, String reason) {
        line(NdjsonReport.failed(host, reason));
    }

    private synchronized void line(String line) {
        if (targets.stream().anyMatch(Target::streams)) {
            console.out().print(line);
            console.out().flush();
        }
        lines.append(line);
    }
}
