package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.importer.LeftOut;
import io.twinpath.importer.SiteDraft;
import io.twinpath.model.HostFact;
import io.twinpath.model.Snapshot;
import io.twinpath.plan.Plan;
import io.twinpath.report.PlanView;
import io.twinpath.report.Printable;
import java.util.SortedSet;

/** Says what an import wrote and left out, and whether it holds. */
final class ImportReport {

    private final Console console;
    private final ImportTarget target;
    private final SiteDraft draft;

    ImportReport(Console console, ImportTarget target, SiteDraft draft) {
        this.console = console;
        this.target = target;
        this.draft = draft;
    }

    void written(Snapshot snapshot) {
        draft.files()
                .keySet()
                .forEach(
                        file -> console.out().println("wrote " + target.folder().resolve(file)));
        snapshot.hosts().forEach((host, fact) -> {
            if (fact instanceof HostFact.Unreached unreached) {
                console.err().println("Not imported: " + host + ": " + Printable.line(unreached.reason()));
            }
        });
        for (LeftOut left : draft.leftOut()) {
            console.err().println("Left out: " + Printable.line(left.what()) + ": " + Printable.line(left.why()));
        }
    }

    /** Loads what was written and plans against the same hosts. */
    int proven(Driver driver, Snapshot snapshot, SortedSet<String> hosts) throws CliException {
        Workspace workspace = Workspace.load(new ProjectFolder(target.folder()), new ProjectOptions());
        hosts.removeIf(host -> !(snapshot.hosts().get(host) instanceof HostFact.Reached));
        SelectionOptions selection = new SelectionOptions();
        selection.limit = java.util.Optional.of(String.join(":", hosts));
        Plan plan = new Planning(workspace, console).plan(selection, new ConsoleOption(), driver);
        console.out().print(new PlanView(console.outStyle()).text(plan));
        if (!plan.isEmpty() || !plan.blocked().isEmpty()) {
            throw new CliException(
                    Exit.FAILED,
                    Diagnostic.error(
                                    "CLI0014",
                                    "Import not proven",
                                    "What was written does not say what the hosts have: the plan above should be empty.")
                            .hint("Correct the files where the plan differs, and please report it with the plan."));
        }
        return Ends.withHosts(snapshot.hosts().values(), Exit.DONE);
    }
}
