package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.Survey;
import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.model.HostFact;
import io.twinpath.model.Snapshot;
import io.twinpath.observe.Census;
import io.twinpath.observe.Progress;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Sources;
import java.util.List;
import java.util.Optional;

/** One look at the part of the site that a verb is about. */
record SiteReading(Project project, Snapshot snapshot) {

    static Project selected(Workspace workspace, SelectionOptions selection) throws CliException {
        return Results.orElseThrow(workspace.project().only(selection.limit, selection.targets), Exit.USAGE);
    }

    static SiteReading of(Project project, Census census, Driver driver, Console console) throws CliException {
        return of(project, census, driver, console, Progress.silent());
    }

    /** @param also is told how it goes on, beside the console */
    static SiteReading of(Project project, Census census, Driver driver, Console console, Progress also)
            throws CliException {
        try (ReadingProgress progress =
                new ReadingProgress(console, project.spec().hosts().size(), also)) {
            return new SiteReading(project, project.connect(driver).observe(census, progress));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(Exit.INTERRUPTED, List.of());
        }
    }

    /** Looks at all that failures depend on. */
    static Survey survey(Project project, Driver driver, Console console, Progress also) throws CliException {
        try (ReadingProgress progress =
                new ReadingProgress(console, project.spec().hosts().size(), also)) {
            return project.connect(driver).survey(progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(Exit.INTERRUPTED, List.of());
        }
    }

    /** Asks the hosts that answered for their clocks as well. */
    static Survey clocks(Survey survey, Project project, Driver driver) throws CliException {
        List<String> reached = project.spec().hosts().keySet().stream()
                .filter(host -> survey.snapshot().hosts().get(host) instanceof HostFact.Reached)
                .toList();
        try {
            return survey.with(project.connect(driver).clocks(reached));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(Exit.INTERRUPTED, List.of());
        }
    }

    /** Tells people what is worth a warning in what was found, and gives it back. */
    List<Diagnostic> warn(Console console) {
        List<Diagnostic> findings = project.findings(snapshot);
        if (!findings.isEmpty()) {
            Sources sources = name -> Optional.ofNullable(project.sources().get(name));
            console.err().print(new DiagnosticText(sources, console.errStyle()).all(findings));
        }
        return findings;
    }
}
