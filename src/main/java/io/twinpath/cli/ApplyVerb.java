package io.twinpath.cli;

import io.twinpath.Site;
import io.twinpath.diag.Diagnostic;
import io.twinpath.execute.Outcome;
import io.twinpath.execute.PlanStore;
import io.twinpath.execute.RunLock;
import io.twinpath.plan.Plan;
import io.twinpath.report.OutcomeView;
import io.twinpath.report.PlanView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs a plan. */
final class ApplyVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final SelectionOptions selection = new SelectionOptions();

    private final ConsoleOption consoles = new ConsoleOption();

    private Optional<Path> file = Optional.empty();

    private boolean yes;

    private boolean brief;

    ApplyVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "apply",
                        this,
                        "Run a saved plan, or make a plan, show it, ask, and run it.",
                        "Every step is read back; a plan whose facts have changed, or whose steps or risks the spec of today would",
                        "not have, is refused and nothing is sent.")
                .with(options::describe, selection::describe, consoles::describe)
                .optional(
                        "FILE",
                        Path.class,
                        given -> file = Optional.of(given),
                        "A saved plan. It was approved by saving it.")
                .flag("--yes", given -> yes = given, "Do not ask.")
                .flag(
                        "--brief",
                        given -> brief = given,
                        "Say what each step changes when it is made; with --yes no plan is shown before.")
                .examples(
                        "twinpath apply",
                        "twinpath apply plans/repair.json",
                        "twinpath apply --yes --limit esxi3.lain.local");
    }

    @Override
    public Integer call() throws CliException {
        if (file.isPresent() && (selection.limit.isPresent() || !selection.targets.isEmpty() || consoles.atConsole)) {
            throw new CliException(Exit.USAGE, fileAndSelection());
        }
        Optional<Plan> saved = Optional.empty();
        if (file.isPresent()) {
            saved = Optional.of(Results.orElseThrow(PlanStore.read(file.orElseThrow()), Exit.INVALID_SPEC));
        }
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        try (RunLock lock = lock(workspace);
                Connection connection = Connection.open(workspace, run, Connection.Choice.LIVE)) {
            return saved.isPresent()
                    ? runSaved(saved.orElseThrow(), workspace, connection, lock)
                    : planAndRun(workspace, connection, lock);
        } catch (IOException e) {
            throw new IllegalStateException("the lock could not be let go", e);
        }
    }

    private int planAndRun(Workspace workspace, Connection connection, RunLock lock) throws CliException {
        Plan plan = new Planning(workspace, run.console()).plan(selection, consoles, connection.driver());
        if (brief && yes && !plan.steps().isEmpty()) {
            run.out().print(new PlanView(run.style()).head(plan));
        } else {
            PlanShow.show(plan, new OutputOption(), run.console());
        }
        if (plan.steps().isEmpty()) {
            return Ends.withHosts(plan.hosts().values(), plan.blocked().isEmpty() ? Exit.DONE : Exit.REFUSED);
        }
        Optional<RiskCheck> risks = RiskCheck.of(plan, workspace.project(), connection.driver(), run.console());
        if (risks.isPresent()) {
            if (!(brief && yes)) {
                risks.orElseThrow().show(run.console());
            }
            risks.orElseThrow().refuse(workspace);
        }
        if (!yes && !Question.confirmed(run.console(), "Apply this plan?", "--yes")) {
            run.err().println("Nothing was changed.");
            return Exit.REFUSED.code();
        }
        return run(plan, workspace, connection, lock);
    }

    /** A plan that is stale says so by itself, and better. */
    private int runSaved(Plan plan, Workspace workspace, Connection connection, RunLock lock) throws CliException {
        Site site = workspace.project().connect(connection.driver());
        if (!plan.steps().isEmpty() && site.stale(plan).isEmpty()) {
            new SavedPlan(plan, workspace.project()).refuse(workspace, connection.driver(), run.console());
        }
        return run(plan, workspace, connection, lock);
    }

    private int run(Plan plan, Workspace workspace, Connection connection, RunLock lock) {
        Site site = workspace.project().connect(connection.driver());
        try (Interrupt interrupt = Interrupt.listen(run.console())) {
            Outcome outcome = site.apply(plan, lock, new ApplyProgress(run.console(), plan, brief), interrupt);
            run.out().print(new OutcomeView(run.style()).text(outcome));
            return outcome.exitCode();
        }
    }

    private RunLock lock(Workspace workspace) throws CliException {
        String owner = "process " + ProcessHandle.current().pid() + ", twinpath apply";
        return Results.orElseThrow(workspace.project().lock(owner), Exit.LOCKED);
    }

    private static Diagnostic fileAndSelection() {
        return Diagnostic.error(
                "CLI0009",
                "A saved plan is whole",
                "A saved plan already says what it is about: --limit, --target and --i-have-console do not go with"
                        + " it.");
    }
}
