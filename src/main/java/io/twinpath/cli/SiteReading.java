package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diff.Findings;
import io.twinpath.diff.Selection;
import io.twinpath.driver.Driver;
import io.twinpath.driver.Usage;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.observe.Census;
import io.twinpath.observe.Observer;
import io.twinpath.observe.Progress;
import io.twinpath.observe.Target;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Sources;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One look at the part of the site that a verb is about. */
record SiteReading(Spec spec, Snapshot snapshot) {

    static Spec selected(Workspace workspace, SelectionOptions selection) throws CliException {
        Selection chosen =
                Results.orElseThrow(Selection.parse(selection.limit, selection.targets, workspace.spec()), Exit.USAGE);
        return chosen.narrow(workspace.spec());
    }

    /** What the spec declares, and what its exact collections ask for. */
    static SiteReading of(Workspace workspace, Spec spec, Driver driver, Console console) throws CliException {
        return of(workspace, spec, Census.of(spec, workspace.kinds()), driver, console);
    }

    static SiteReading of(Workspace workspace, Spec spec, Driver driver, Console console, Progress also)
            throws CliException {
        return of(workspace, spec, Census.of(spec, workspace.kinds()), driver, console, also);
    }

    static SiteReading of(Workspace workspace, Spec spec, Census census, Driver driver, Console console)
            throws CliException {
        return of(workspace, spec, census, driver, console, Progress.silent());
    }

    /** @param also is told how it goes on, beside the console */
    static SiteReading of(Workspace workspace, Spec spec, Census census, Driver driver, Console console, Progress also)
            throws CliException {
        List<Target<?>> targets =
                spec.resources().values().stream().<Target<?>>map(Target::of).toList();
        Observer observer = new Observer(workspace.kinds(), driver, concurrency(spec), InstantSource.system());
        try (ReadingProgress progress =
                new ReadingProgress(console, spec.hosts().size(), also)) {
            return new SiteReading(spec, observer.survey(spec.hosts().keySet(), targets, census, progress));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(Exit.INTERRUPTED, List.of());
        }
    }

    /** Tells people what is worth a warning in what was found, and gives it back. */
    List<Diagnostic> warn(Workspace workspace, Console console) {
        List<Diagnostic> findings = Findings.of(spec, snapshot, workspace.kinds());
        if (!findings.isEmpty()) {
            Sources sources = name -> Optional.ofNullable(workspace.sources().get(name));
            console.err().print(new DiagnosticText(sources, console.errStyle()).all(findings));
        }
        return findings;
    }

    /** More hosts at a time for fleets; few for a site that a person looks at. */
    private static int concurrency(Spec spec) {
        return spec.hosts().size() > 100 ? Observer.MOST : Observer.CONCURRENCY;
    }

    /** What it cost, summed over hosts. */
    Usage usage(Driver driver) {
        Usage all = Usage.NONE;
        for (String host : spec.hosts().keySet()) {
            all = all.plus(driver.usage(host));
        }
        return all;
    }
}
