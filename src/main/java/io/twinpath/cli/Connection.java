package io.twinpath.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.twinpath.Ways;
import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.bundle.BundleDriver;
import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.driver.replay.Recording;
import io.twinpath.driver.replay.RecordingDriver;
import io.twinpath.driver.replay.ReplayDriver;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The way to the hosts of one run: real ones over SSH, a running lab, the project's own lab, or a recording.
 *
 * @param driver talks to the hosts
 * @param lab the embedded lab that lives as long as this does
 */
record Connection(Driver driver, Optional<Lab> lab) implements AutoCloseable {

    /** Which way is taken, and what is kept of it. */
    record Choice(Optional<Path> replay, Optional<Path> record, Optional<BundleDriver> bundle) {
        static final Choice LIVE = new Choice(Optional.empty(), Optional.empty());

        Choice(Optional<Path> replay, Optional<Path> record) {
            this(replay, record, Optional.empty());
        }

        boolean offline() {
            return replay.isPresent() || bundle.isPresent();
        }
    }

    static Connection open(Workspace workspace, Invocation run, Choice choice) throws CliException {
        if (choice.bundle.isPresent()) {
            return new Connection(choice.bundle.orElseThrow(), Optional.empty());
        }
        if (choice.replay.isPresent()) {
            return new Connection(new ReplayDriver(folder(choice.replay.orElseThrow())), Optional.empty());
        }
        Connection live = live(workspace, run);
        if (choice.record.isEmpty()) {
            return live;
        }
        try {
            Recording recording = Recording.into(choice.record.orElseThrow());
            return new Connection(new RecordingDriver(live.driver, recording), live.lab);
        } catch (DriverException e) {
            live.close();
            throw Ends.of(e);
        }
    }

    private static Connection live(Workspace workspace, Invocation run) throws CliException {
        Optional<Path> endpoints = LabControl.endpointsFile(run);
        Optional<String> embedded = workspace.spec().project().lab();
        try {
            if (endpoints.isPresent()) {
                return new Connection(driver(workspace, Ways.simulated(endpoints.orElseThrow())), Optional.empty());
            }
            if (embedded.isPresent()) {
                return embedded(workspace, embedded.orElseThrow());
            }
        } catch (DriverException e) {
            throw Ends.of(e);
        }
        return new Connection(driver(workspace, Ways.declared(run.environment())), Optional.empty());
    }

    private static Connection embedded(Workspace workspace, String site) throws CliException, DriverException {
        Path state = workspace.folder().labState(site);
        try {
            Files.createDirectories(state.getParent());
        } catch (IOException e) {
            throw new CliException(
                    Exit.FAILED,
                    Diagnostic.error("CLI0005", "Cannot keep state", "\"" + state.getParent() + "\" cannot be made."));
        }
        Path own = workspace.folder().path().resolve(site);
        String source = Files.isRegularFile(own) ? own.toString() : site;
        Lab lab = Results.orElseThrow(Lab.open(source, LabOptions.NONE.withState(state)), Exit.FAILED);
        return new Connection(driver(workspace, Ways.simulated(endpoints(lab))), Optional.of(lab));
    }

    private static Driver driver(Workspace workspace, Ways ways) {
        return workspace.project().connect(ways).driver();
    }

    /** As another process would read them. */
    private static Endpoints endpoints(Lab lab) throws DriverException {
        try {
            return Endpoints.parse("the lab", lab.endpoints().json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a lab writes its endpoints", e);
        }
    }

    private static Path folder(Path replay) throws CliException {
        if (!Files.isDirectory(replay)) {
            throw new CliException(
                    Exit.USAGE, Diagnostic.error("CLI0002", "No such folder", "\"" + replay + "\" is not a folder."));
        }
        return replay;
    }

    @Override
    public void close() {
        driver.close();
        lab.ifPresent(Lab::close);
    }
}
