package io.twinpath.cli;

import io.twinpath.Project;
import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.model.Snapshot;
import io.twinpath.model.Spec;
import io.twinpath.observe.Census;
import io.twinpath.observe.Progress;
import io.twinpath.report.SnapshotJson;
import io.twinpath.report.SnapshotView;
import io.twinpath.rig.lifeline.Moves;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Says what the hosts have, in the spec's terms. */
final class ObserveVerb implements Callable<Integer> {

    private final Invocation run;

    private final ProjectOptions options = new ProjectOptions();

    private final SelectionOptions selection = new SelectionOptions();

    private final OutputOption output = new OutputOption();

    private Optional<Path> record = Optional.empty();

    private Optional<Path> replay = Optional.empty();

    private Optional<Path> bundle = Optional.empty();

    private boolean paths;

    private boolean clocks;

    private boolean all;

    ObserveVerb(Invocation run) {
        this.run = run;
    }

    Syntax syntax() {
        return Syntax.verb("observe", this, "Read the live state of what the spec declares. Changes nothing.")
                .with(options::describe, selection::describe, output::describe)
                .option(
                        "--record",
                        "DIR",
                        Path.class,
                        given -> record = Optional.of(given),
                        "Save what was read, for --replay.")
                .option(
                        "--replay",
                        "DIR",
                        Path.class,
                        given -> replay = Optional.of(given),
                        "Read a recording instead of the hosts.")
                .option(
                        "--bundle",
                        "FILE",
                        Path.class,
                        given -> bundle = Optional.of(given),
                        "Read the support bundle (.tgz) of one host instead of the host.")
                .flag("--paths", given -> paths = given, "Show the paths to shared storage and what carries each.")
                .flag(
                        "--clocks",
                        given -> clocks = given,
                        "Compare the hosts' clocks with those of the time servers that the spec gives them.")
                .flag(
                        "--all",
                        given -> all = given,
                        "Everything that a host tells of itself, also what the spec does not declare.")
                .examples(
                        "twinpath observe --limit esxi3.lain.local",
                        "twinpath observe --record recordings/today",
                        "twinpath observe --replay recordings/today --output json",
                        "twinpath observe --bundle esx-esxi3-2022-10-13--07.30-1234.tgz --all",
                        "twinpath observe --all --limit esxi3.lain.local",
                        "twinpath observe --paths",
                        "twinpath observe --clocks");
    }

    @Override
    public Integer call() throws CliException {
        Workspace workspace = Workspace.load(ProjectFolder.find(run), options);
        new ImportSource.Ways(replay, record, bundle).check();
        if (clocks && (replay.isPresent() || bundle.isPresent())) {
            throw new CliException(Exit.USAGE, noClock());
        }
        Project chosen = SiteReading.selected(workspace, selection);
        Optional<BundledHost> bundled = bundle.isPresent()
                ? Optional.of(BundledHost.of(bundle.orElseThrow(), chosen.spec()))
                : Optional.empty();
        Project project = bundled.isPresent() ? bundled.orElseThrow().only(chosen) : chosen;
        Spec spec = project.spec();
        Connection.Choice choice = new Connection.Choice(replay, record, bundled.map(BundledHost::driver));
        try (Connection connection = Connection.open(workspace, run, choice)) {
            if (clocks) {
                return new ClocksReading(run.console(), output.json()).show(spec, connection.driver());
            }
            if (paths) {
                return new PathsReading(run.console()).show(spec.hosts().keySet(), connection.driver());
            }
            // Of a recording that lacks the answer about one object, the lists are shown all the same.
            Driver driver = choice.offline() ? new Partial(connection.driver()) : connection.driver();
            Census census = all ? Census.whole() : Census.of(spec, workspace.kinds());
            SiteReading reading = SiteReading.of(project, census, driver, run.console());
            reading.warn(run.console());
            if (record.isPresent()) {
                // What risks are told from as well, so that the recording answers every verb.
                SiteReading.survey(project, driver, run.console(), Progress.silent());
            }
            Snapshot snapshot = Moves.without(reading.snapshot(), spec);
            run.out()
                    .print(
                            output.json()
                                    ? SnapshotJson.text(snapshot, workspace.kinds())
                                    : new SnapshotView(run.style()).text(snapshot, workspace.kinds()));
            return Ends.withHosts(snapshot.hosts().values(), Exit.DONE);
        }
    }

    static Diagnostic noClock() {
        return Diagnostic.error(
                "CLI0016",
                "A recording has no clock",
                "--clocks compares clocks as they run, and a recording or a bundle has none: leave one of the two out.");
    }
}
