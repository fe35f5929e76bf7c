package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.diag.Diagnostic;
import io.twinpath.diff.Changes;
import io.twinpath.driver.Driver;
import io.twinpath.execute.PlanStore;
import io.twinpath.model.Change;
import io.twinpath.model.HostFact;
import io.twinpath.model.Snapshot;
import io.twinpath.observe.Progress;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Scenes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which state of the site a verb reasons about, and the look at the site that this takes. */
final class SceneOption {

    /** The states. */
    enum State {
        /** As it is now. */
        live,
        /** As the spec alone says; no host is asked. */
        spec,
        /** As the spec wants it, on what is there now, persons having done their part. */
        wanted,
        /** As it will be after a plan. */
        plan
    }

    State state = State.live;

    private Optional<Path> plan = Optional.empty();

    void describe(Syntax syntax) {
        syntax.option(
                        "--for",
                        "STATE",
                        State.class,
                        given -> state = given,
                        "live, as it is now (the default); wanted, as it will be when the spec is reached, with what only",
                        "a person can do; plan, after the next plan or the one of --plan; spec, offline, from the spec alone.")
                .option(
                        "--plan",
                        "FILE",
                        Path.class,
                        given -> {
                            plan = Optional.of(given);
                            state = State.plan;
                        },
                        "After this saved plan; means --for plan.");
    }

    /**
     * A state, and the hosts that were asked for it.
     *
     * @param name for sentences, such as "now"
     */
    record Seen(Scene scene, String name, Collection<HostFact> hosts) {}

    Seen see(Workspace workspace, Invocation run, Progress also) throws CliException {
        Project project = workspace.project();
        if (state == State.spec) {
            return new Seen(
                    Scenes.declared(project.spec(), project.loaded().catalogue(), Instant.now()),
                    "by the spec alone",
                    List.of());
        }
        Scenes scenes = scenes(workspace, run, also);
        Collection<HostFact> hosts = scenes.snapshot().hosts().values();
        return switch (state) {
            case live -> new Seen(scenes.live(), "now", hosts);
            case wanted -> new Seen(scenes.wanted(), "as the spec wants it", hosts);
            case plan -> new Seen(after(scenes), "after the plan", hosts);
            case spec -> throw new IllegalStateException("the spec alone needs no look");
        };
    }

    /** Looks at everything that failures depend on. */
    Scenes scenes(Workspace workspace, Invocation run, Progress also) throws CliException {
        try (Connection connection = Connection.open(workspace, run, Connection.Choice.LIVE)) {
            return scenes(workspace.project(), connection.driver(), run.console(), also);
        }
    }

    static Scenes scenes(Project project, Driver driver, Console console, Progress also) throws CliException {
        Snapshot snapshot = SiteReading.examine(project, driver, console, also);
        Changes changes = project.diff(snapshot);
        return new Scenes(
                project.spec(),
                project.loaded().catalogue(),
                project.kinds(),
                snapshot,
                List.copyOf(changes.byAddress().values()),
                Instant.now());
    }

    private Scene after(Scenes scenes) throws CliException {
        if (plan.isEmpty()) {
            return scenes.after();
        }
        Plan saved = Results.orElseThrow(PlanStore.read(plan.orElseThrow()), Exit.INVALID_SPEC);
        List<Change<?>> done = new ArrayList<>();
        for (Step step : saved.steps()) {
            Change<?> change = scenes.changes().stream()
                    .filter(c -> c.address().equals(step.address()))
                    .filter(c -> !(c instanceof Change.Keep<?>) && !(c instanceof Change.Blocked<?>))
                    .findFirst()
                    .orElseThrow(() -> new CliException(Exit.STALE, stale(step)));
            done.add(change);
        }
        return scenes.after(done);
    }

    private static Diagnostic stale(Step step) {
        return Diagnostic.error(
                        "CLI0045",
                        "A plan of another day",
                        "The plan changes " + step.address()
                                + ", and with the spec and the site of today there is nothing to change or no way to do it.")
                .hint("Make the plan anew: twinpath plan -o FILE");
    }
}
