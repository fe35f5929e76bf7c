package io.twinpath.cli;

import io.twinpath.diff.Changes;
import io.twinpath.diff.Differ;
import io.twinpath.driver.Driver;
import io.twinpath.importer.Defaults;
import io.twinpath.model.Spec;
import io.twinpath.plan.Plan;
import io.twinpath.plan.PlanStamp;
import io.twinpath.plan.Planner;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** From a spec and a live site to a plan: look, compare, order. */
final class Planning {

    private final Workspace workspace;
    private final Console console;

    Planning(Workspace workspace, Console console) {
        this.workspace = workspace;
        this.console = console;
    }

    Plan plan(SelectionOptions selection, ConsoleOption consoles, Driver driver) throws CliException {
        return plan(SiteReading.selected(workspace, selection), consoles, driver);
    }

    Plan plan(Spec spec, ConsoleOption consoles, Driver driver) throws CliException {
        SiteReading reading = SiteReading.of(workspace, spec, driver, console);
        reading.warn(workspace, console);
        Changes changes = Differ.diff(spec, reading.snapshot(), workspace.kinds(), Defaults.standard());
        return consoles.atConsole
                ? Planner.planAtConsole(changes, spec, workspace.kinds(), stamp())
                : Planner.plan(changes, spec, workspace.kinds(), stamp());
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
