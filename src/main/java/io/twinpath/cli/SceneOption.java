package io.twinpath.cli;

import io.twinpath.Outlook;
import io.twinpath.Survey;
import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.execute.PlanStore;
import io.twinpath.model.HostFact;
import io.twinpath.model.Snapshot;
import io.twinpath.observe.Progress;
import io.twinpath.plan.Plan;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Sources;
import io.twinpath.risk.Scene;
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

    private final boolean clocks;

    private Optional<Path> plan = Optional.empty();

    private Optional<Path> replay = Optional.empty();

    SceneOption() {
        this(false);
    }

    /** @param clocks whether hosts are asked for their clocks too, which is one more call for each */
    SceneOption(boolean clocks) {
        this.clocks = clocks;
    }

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
                        "After this saved plan; means --for plan.")
                .option(
                        "--replay",
                        "DIR",
                        Path.class,
                        given -> replay = Optional.of(given),
                        "Read a recording of \"observe --record\" instead of the hosts.");
    }

    /**
     * A state, and the hosts that were asked for it.
     *
     * @param name for sentences, such as "now"
     * @param look what it was made from; empty when nobody looked
     */
    record Seen(Outlook outlook, String name, Collection<HostFact> hosts, Optional<Survey> look) {
        Scene scene() {
            return outlook.scene();
        }
    }

    Seen see(Workspace workspace, Invocation run, Progress also) throws CliException {
        if (state == State.spec) {
            return new Seen(
                    workspace.project().outlook(Instant.now()), "by the spec alone", List.of(), Optional.empty());
        }
        Survey survey = survey(workspace, run, also);
        return switch (state) {
            case live -> seen(survey, survey.now(), "now");
            case wanted -> seen(survey, survey.wanted(), "as the spec wants it");
            case plan -> seen(survey, after(survey), "after the plan");
            case spec -> throw new IllegalStateException("the spec alone needs no look");
        };
    }

    /** As it is now, and as the spec wants it, from one look. */
    List<Seen> both(Workspace workspace, Invocation run, Progress also) throws CliException {
        Survey survey = survey(workspace, run, also);
        return List.of(seen(survey, survey.now(), "now"), seen(survey, survey.wanted(), "as the spec wants it"));
    }

    private static Seen seen(Survey survey, Outlook outlook, String name) {
        return new Seen(outlook, name, survey.snapshot().hosts().values(), Optional.of(survey));
    }

    /** Looks at everything that failures depend on. */
    private Survey survey(Workspace workspace, Invocation run, Progress also) throws CliException {
        Connection.Choice choice = new Connection.Choice(replay, Optional.empty());
        try (Connection connection = Connection.open(workspace, run, choice)) {
            Driver driver = connection.driver();
            Survey survey = SiteReading.survey(workspace.project(), driver, run.console(), also);
            tellSilent(survey.snapshot(), run.console());
            return clocks && replay.isEmpty() ? SiteReading.clocks(survey, workspace.project(), driver) : survey;
        }
    }

    /** Who did not answer is told before anything that is concluded without it. */
    private static void tellSilent(Snapshot snapshot, Console console) {
        List<Diagnostic> silent = new ArrayList<>();
        snapshot.hosts().values().forEach(fact -> {
            if (fact instanceof HostFact.Unreached unreached) {
                silent.add(Diagnostic.error("CLI0044", "Judged without all of the site", unreached.reason())
                        .hint("What only it could tell is not known: take nothing that follows for all clear."));
            }
        });
        console.err().print(new DiagnosticText(Sources.NONE, console.errStyle()).all(silent));
    }

    private Outlook after(Survey survey) throws CliException {
        if (plan.isEmpty()) {
            return survey.planned();
        }
        Plan saved = Results.orElseThrow(PlanStore.read(plan.orElseThrow()), Exit.INVALID_SPEC);
        return Results.orElseThrow(survey.after(saved), Exit.STALE);
    }
}
