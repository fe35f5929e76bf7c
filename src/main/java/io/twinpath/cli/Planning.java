package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.Site;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diff.Changes;
import io.twinpath.driver.Driver;
import io.twinpath.model.Spec;
import io.twinpath.observe.Census;
import io.twinpath.observe.Progress;
import io.twinpath.plan.Plan;
import java.util.List;

/** From a spec and a live site to a plan: look, compare, order. */
final class Planning {

    private final Workspace workspace;
    private final Console console;
    private final Progress progress;

    Planning(Workspace workspace, Console console) {
        this(workspace, console, Progress.silent());
    }

    /** @param progress is told how the look goes on, beside the console */
    Planning(Workspace workspace, Console console, Progress progress) {
        this.workspace = workspace;
        this.console = console;
        this.progress = progress;
    }

    /**
     * A plan, and what it came from.
     *
     * @param warned what people were told of what was found
     */
    record Planned(Plan plan, Spec spec, List<Diagnostic> warned) {}

    Plan plan(SelectionOptions selection, ConsoleOption consoles, Driver driver) throws CliException {
        return planned(SiteReading.selected(workspace, selection), consoles, driver)
                .plan();
    }

    Planned planned(Project project, ConsoleOption consoles, Driver driver) throws CliException {
        Census census = Census.of(project.spec(), project.kinds());
        SiteReading reading = SiteReading.of(project, census, driver, console, progress);
        List<Diagnostic> warned = reading.warn(console);
        Changes changes = project.diff(reading.snapshot());
        Plan plan =
                consoles.atConsole ? project.planAtConsole(changes, Site.stamp()) : project.plan(changes, Site.stamp());
        return new Planned(plan, project.spec(), warned);
    }
}
