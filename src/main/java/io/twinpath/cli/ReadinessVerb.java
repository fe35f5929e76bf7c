package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Nearest;
import io.twinpath.report.ReadinessJson;
import io.twinpath.report.ReadinessReport;
import io.twinpath.report.ReadinessView;
import io.twinpath.report.picture.Figure;
import io.twinpath.risk.Scene;
import io.twinpath.risk.readiness.Readiness;
import io.twinpath.risk.readiness.Ready;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Says of virtual machines whether they can move and restart, where to, and what keeps them. */
final class ReadinessVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final SceneOption scene = new SceneOption();

    private final OutputOption output = new OutputOption();

    private final ReportOption reports;

    private Optional<String> name = Optional.empty();

    private boolean detailed;

    ReadinessVerb(Invocation run) {
        this.run = run;
        this.reports = new ReportOption(run);
    }

    Syntax syntax() {
        return Syntax.verb(
                        "readiness",
                        this,
                        "Show for virtual machines whether they can move and be restarted elsewhere, and what keeps them.",
                        "Changes nothing.")
                .with(options::describe, scene::describe, output::describe, reports::describe)
                .optional(
                        "VM|HOST",
                        String.class,
                        given -> name = Optional.of(given),
                        "Only this machine, or those of this host.")
                .flag(
                        "--detailed-exitcode",
                        given -> detailed = given,
                        "Exit with 2 when a machine cannot move or cannot be restarted.")
                .examples(
                        "twinpath readiness",
                        "twinpath readiness pomf",
                        "twinpath readiness esxi3.lain.local --for wanted --output json");
    }

    @Override
    public Integer call() throws CliException {
        return reports.during("readiness", output.json(), this::readiness);
    }

    private int readiness(Console people) throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        SceneOption.Seen seen = scene.see(workspace, run, reports.progress());
        List<Ready> answers = answers(seen.scene());
        reports.draw(
                workspace.spec().project().name(),
                () -> Figure.of("The site " + seen.name(), Figures.graph(seen.scene())));
        people.out()
                .print(
                        output.json()
                                ? ReadinessJson.text(answers)
                                : new ReadinessView(people.outStyle()).text(answers));
        reports.write(() -> ReadinessReport.of(answers));
        boolean kept =
                answers.stream().anyMatch(a -> !a.move().open() || !a.restart().open());
        return Ends.withHosts(seen.hosts(), detailed && kept ? Exit.CHANGES_PENDING : Exit.DONE);
    }

    private List<Ready> answers(Scene state) throws CliException {
        Readiness readiness = new Readiness(state);
        if (name.isEmpty()) {
            return readiness.all();
        }
        String asked = name.orElseThrow();
        Optional<Ready> machine = readiness.of(asked);
        if (machine.isPresent()) {
            return List.of(machine.orElseThrow());
        }
        if (state.rig().hosts().containsKey(asked)) {
            return readiness.on(asked);
        }
        List<String> known = new ArrayList<>(state.rig().machines().keySet());
        known.addAll(state.rig().hosts().keySet());
        Diagnostic unknown =
                Diagnostic.error("CLI0047", "Neither a machine nor a host", "The site has no \"" + asked + "\".");
        for (String hint : Nearest.hint(asked, known)) {
            unknown = unknown.hint(hint);
        }
        throw new CliException(Exit.USAGE, unknown);
    }
}
