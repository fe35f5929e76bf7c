package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.UnreadableException;
import io.twinpath.evacuate.Evacuation;
import io.twinpath.execute.RunLock;
import io.twinpath.model.Way;
import io.twinpath.report.EvacuationView;
import java.io.IOException;
import java.util.concurrent.Callable;

/** Moves every virtual machine that can move off a host, and names those that cannot and why. */
final class EvacuateVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final OutputOption output = new OutputOption();

    private String host = "";

    private boolean overrides;

    private boolean check;

    private boolean yes;

    EvacuateVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb(
                        "evacuate",
                        this,
                        "Move every virtual machine off a host that can move; name those that cannot, and why.",
                        "Moves within the host's cluster, over vCenter. Exits with 3 when something stays.")
                .with(options::describe, output::describe)
                .parameter("HOST", String.class, given -> host = given, "The host to leave.")
                .flag(
                        "--apply-overrides",
                        given -> overrides = given,
                        "First set what the spec lists as migration_overrides of its virtual machines.")
                .flag("--check", given -> check = given, "Only say what would become of each; move nothing.")
                .flag("--yes", given -> yes = given, "Do not ask.")
                .examples(
                        "twinpath evacuate esxi3.lain.local --check",
                        "twinpath evacuate esxi3.lain.local --apply-overrides --yes",
                        "twinpath evacuate esxi3.lain.local --check --output json");
    }

    @Override
    @SuppressWarnings("try") // the lock is only held
    public Integer call() throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        if (!workspace.spec().hosts().containsKey(host)) {
            throw new CliException(Exit.USAGE, unknown());
        }
        try (RunLock lock =
                        Results.orElseThrow(RunLock.acquire(workspace.folder().path(), owner()), Exit.LOCKED);
                Connection connection = Connection.open(workspace, run, Connection.Choice.LIVE)) {
            return run(workspace, connection.driver());
        } catch (IOException e) {
            throw new IllegalStateException("the lock could not be let go", e);
        }
    }

    private static String owner() {
        return "process " + ProcessHandle.current().pid() + ", twinpath evacuate";
    }

    private int run(Workspace workspace, Driver driver) throws CliException {
        if (driver.ways(Way.VCENTER).isEmpty()) {
            throw new CliException(Exit.REFUSED, noCenter());
        }
        try {
            Evacuating evacuating = Evacuating.look(driver, host, workspace, overrides);
            Evacuation decided = evacuating.decided();
            boolean nothing = decided.ends().stream().noneMatch(io.twinpath.evacuate.End.Left.class::isInstance)
                    && decided.overrides().isEmpty();
            if (check || nothing) {
                return told(decided);
            }
            if (!yes) {
                run.err().print(EvacuationView.text(decided, run.console().errStyle()));
            }
            if (!yes && !Question.confirmed(run.console(), "Move these virtual machines?", "--yes")) {
                run.err().println("Nothing was changed.");
                return Exit.REFUSED.code();
            }
            try (Interrupt interrupt = Interrupt.listen(run.console())) {
                return told(evacuating.carriedOut(interrupt, run.console()));
            }
        } catch (DriverException e) {
            throw Ends.of(e);
        } catch (UnreadableException e) {
            throw new CliException(Exit.FAILED, unreadable(e));
        }
    }

    private int told(Evacuation evacuation) {
        run.out().print(output.json() ? EvacuationView.json(evacuation) : EvacuationView.text(evacuation, run.style()));
        return evacuation.complete() ? Exit.DONE.code() : Exit.REFUSED.code();
    }

    private Diagnostic unknown() {
        return Diagnostic.error("CLI0030", "No such host", "The spec has no host \"" + host + "\".");
    }

    private Diagnostic noCenter() {
        return Diagnostic.error(
                        "CLI0031",
                        "No vCenter to move virtual machines",
                        "Only a vCenter moves virtual machines between hosts, and the spec names none.")
                .hint("Say how it is reached with \"connect: {api: {address: …}}\" in the project.");
    }

    private static Diagnostic unreadable(UnreadableException e) {
        return Diagnostic.error("CLI0032", "vCenter's answer cannot be used", String.valueOf(e.getMessage()));
    }
}
