package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.diff.Changes;
import io.twinpath.observe.Census;
import io.twinpath.report.DriftJson;
import io.twinpath.report.DriftReport;
import io.twinpath.report.DriftView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Says in what the live site is not what the spec says, what nobody declared included. */
final class DriftVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final OutputOption output = new OutputOption();

    private final ReportOption reports;

    private List<String> hosts = new ArrayList<>();

    private boolean detailed;

    private Optional<Path> replay = Optional.empty();

    DriftVerb(Invocation run) {
        this.run = run;
        this.reports = new ReportOption(run, false);
    }

    Syntax syntax() {
        return Syntax.verb(
                        "drift",
                        this,
                        "Show what differs from the spec, and what hosts have that nobody declared.",
                        "Prints nothing when there is nothing. Changes nothing.")
                .with(options::describe, output::describe, reports::describe)
                .parameters(
                        "HOST",
                        given -> hosts = given,
                        "Only these hosts: names, groups and patterns as in --limit of plan.")
                .flag("--detailed-exitcode", given -> detailed = given, "Exit with 2 when something drifted.")
                .option(
                        "--replay",
                        "DIR",
                        Path.class,
                        given -> replay = Optional.of(given),
                        "Read a recording instead of the hosts.")
                .examples(
                        "twinpath drift",
                        "twinpath drift esxi3.lain.local --detailed-exitcode",
                        "twinpath drift --replay recordings/today --output json",
                        "twinpath drift --report junit=drift.xml");
    }

    @Override
    public Integer call() throws CliException {
        return reports.during("drift", output.json(), this::drift);
    }

    private int drift(Console people) throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        SelectionOptions selection = new SelectionOptions();
        selection.limit = hosts.isEmpty() ? Optional.empty() : Optional.of(String.join(":", hosts));
        Project project = SiteReading.selected(workspace, selection);
        Connection.Choice choice = new Connection.Choice(replay, Optional.empty());
        Changes changes;
        try (Connection connection = Connection.open(workspace, run, choice)) {
            Census census = hosts.isEmpty() ? Census.whole() : Census.hosts(workspace.kinds());
            changes =
                    project.diff(SiteReading.of(project, census, connection.driver(), run.console(), reports.progress())
                            .snapshot());
        }
        people.out().print(output.json() ? DriftJson.text(changes) : new DriftView(people.outStyle()).text(changes));
        reports.draw(project.spec().project().name(), List::of);
        reports.write(() -> DriftReport.of(changes));
        Exit exit = detailed && !changes.agree() ? Exit.CHANGES_PENDING : Exit.DONE;
        return Ends.withHosts(changes.hosts().values(), exit);
    }
}
