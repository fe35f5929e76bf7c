package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diff.Changes;
import io.twinpath.diff.Differ;
import io.twinpath.driver.Driver;
import io.twinpath.importer.Defaults;
import io.twinpath.model.Spec;
import io.twinpath.observe.Progress;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.plan.Planner;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
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
        return plan(SiteReading.selected(workspace, selection), consoles, driver);
    }

    Plan plan(Spec spec, ConsoleOption consoles, Driver driver) throws CliException {
        return planned(spec, consoles, driver).plan();
    }

    Planned planned(Spec spec, ConsoleOption consoles, Driver driver) throws CliException {
        SiteReading reading = SiteReading.of(workspace, spec, driver, console, progress);
        List<Diagnostic> warned = reading.warn(workspace, console);
        Changes changes = Differ.diff(spec, reading.snapshot(), workspace.kinds(), Defaults.standard());
        Plan plan = consoles.atConsole
                ? Planner.planAtConsole(changes, spec, workspace.kinds(), stamp())
                : Planner.plan(changes, spec, workspace.kinds(), stamp());
        return new Planned(plan, spec, warned);
    }

    private static PlanStamp stamp() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return new PlanStamp(
                "p-" + HexFormat.of().formatHex(random),
                Version.number(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
}
