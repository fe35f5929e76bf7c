package io.twinpath.cli;

import io.twinpath.execute.PlanStore;
import io.twinpath.plan.Plan;
import io.twinpath.plan.file.PlanText;
import io.twinpath.report.PlanReport;
import io.twinpath.report.PlanView;
import io.twinpath.risk.FindingValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Says what would change, and changes nothing. */
final class PlanVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final SelectionOptions selection = new SelectionOptions();

    private final ConsoleOption consoles = new ConsoleOption();

    private final OutputOption output = new OutputOption();

    private final ReportOption reports;

    private Optional<Path> file = Optional.empty();

    private boolean clocks;

    private boolean detailed;

    private Optional<Path> replay = Optional.empty();

    PlanVerb(Invocation run) {
        this.run = run;
        this.reports = new ReportOption(run);
    }

    Syntax syntax() {
        return Syntax.verb(
                        "plan",
                        this,
                        "Compare the spec with the live site and show the ordered steps. Changes nothing.")
                .with(options::describe, selection::describe, consoles::describe, output::describe, reports::describe)
                .option(
                        "-o",
                        "FILE",
                        Path.class,
                        given -> file = Optional.of(given),
                        "Also save the plan here, for show and apply.")
                .flag("--detailed-exitcode", given -> detailed = given, "Exit with 2 when changes are pending.")
                .option(
                        "--replay",
                        "DIR",
                        Path.class,
                        given -> replay = Optional.of(given),
                        "Read a recording instead of the hosts.")
                .flag(
                        "--clocks",
                        given -> clocks = given,
                        "Also warn of hosts whose clocks are off: one more call for each host, and two seconds at most.")
                .examples(
                        "twinpath plan",
                        "twinpath plan --limit esxi3.lain.local -o plans/repair.json",
                        "twinpath plan --detailed-exitcode --report markdown=plan.md --report sarif=plan.sarif");
    }

    @Override
    public Integer call() throws CliException {
        return reports.during("plan", output.json(), this::plan);
    }

    private int plan(Console people) throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        if (clocks && replay.isPresent()) {
            throw new CliException(Exit.USAGE, ObserveVerb.noClock());
        }
        Connection.Choice choice = new Connection.Choice(replay, Optional.empty());
        try (Connection connection = Connection.open(workspace, run, choice)) {
            Planning.Planned planned = new Planning(workspace, run.console(), reports.progress())
                    .planned(SiteReading.selected(workspace, selection), consoles, connection.driver());
            Optional<RiskCheck> risks = replay.isPresent()
                    ? Optional.empty()
                    : RiskCheck.of(planned.plan(), workspace.project(), connection.driver(), run.console());
            if (clocks) {
                ClocksReading.warn(planned.spec(), connection.driver(), workspace, run.console());
            }
            return tell(people, workspace, planned, risks);
        }
    }

    private int tell(Console people, Workspace workspace, Planning.Planned planned, Optional<RiskCheck> risks)
            throws CliException {
        Plan plan = risks.map(r -> planned.plan().judged(FindingValue.of(r.shift())))
                .orElse(planned.plan());
        people.out().print(output.json() ? PlanText.write(plan) : new PlanView(people.outStyle()).text(plan));
        draw(workspace, risks);
        if (risks.isPresent()) {
            if (!output.json()) {
                risks.orElseThrow().show(people);
            }
            risks.orElseThrow().refuse(workspace);
        }
        if (file.isPresent()) {
            Results.orElseThrow(PlanStore.write(plan, file.orElseThrow()), Exit.FAILED);
        }
        file.ifPresent(f -> run.err().println("Saved as " + f + ". Run it with: twinpath apply " + f));
        reports.write(() -> PlanReport.of(
                plan, planned.spec(), planned.warned(), risks.map(RiskCheck::shift), PlanText.write(plan)));
        return exit(plan);
    }

    /** A plan that changes nothing of what carries machines or their storage leaves the picture as it is: none is drawn. */
    private void draw(Workspace workspace, Optional<RiskCheck> risks) {
        String project = workspace.spec().project().name();
        reports.draw(
                project,
                () -> risks.map(r -> Figures.of("Before the plan", r.before(), "After the plan", r.after()))
                        .orElse(List.of()));
    }

    private int exit(Plan plan) {
        Exit exit = detailed && !plan.isEmpty() ? Exit.CHANGES_PENDING : Exit.DONE;
        return Ends.withHosts(plan.hosts().values(), exit);
    }
}
