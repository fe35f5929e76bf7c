package io.twinpath.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.MixedDriver;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.api.ApiDriver;
import io.twinpath.driver.api.ApiLimits;
import io.twinpath.driver.api.ApiTarget;
import io.twinpath.driver.bundle.BundleDriver;
import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.driver.replay.Recording;
import io.twinpath.driver.replay.RecordingDriver;
import io.twinpath.driver.replay.ReplayDriver;
import io.twinpath.driver.secret.SystemSecrets;
import io.twinpath.driver.ssh.SshDriver;
import io.twinpath.driver.ssh.SshLimits;
import io.twinpath.driver.ssh.SshTarget;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.model.Access;
import io.twinpath.model.Spec;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

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

    static Connection open(Workspace workspace, RootVerb root, Map<String, String> environment, Choice choice)
            throws CliException {
        if (choice.bundle.isPresent()) {
            return new Connection(choice.bundle.orElseThrow(), Optional.empty());
        }
        if (choice.replay.isPresent()) {
            return new Connection(new ReplayDriver(folder(choice.replay.orElseThrow())), Optional.empty());
        }
        Connection live = live(workspace, root, environment);
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

    private static Connection live(Workspace workspace, RootVerb root, Map<String, String> environment)
            throws CliException {
        Optional<Path> endpoints = LabControl.endpointsFile(root, environment);
        Optional<String> embedded = workspace.spec().project().lab();
        try {
            if (endpoints.isPresent()) {
                return new Connection(
                        drivers(workspace, environment, Endpoints.load(endpoints.orElseThrow())), Optional.empty());
            }
            if (embedded.isPresent()) {
                return embedded(workspace, environment, embedded.orElseThrow());
            }
        } catch (DriverException e) {
            throw Ends.of(e);
        }
        Driver real = drivers(workspace, environment, SshTargets.of(workspace), ApiTargets.of(workspace.spec()));
        return new Connection(real, Optional.empty());
    }

    private static Connection embedded(Workspace workspace, Map<String, String> environment, String site)
            throws CliException, DriverException {
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
        return new Connection(drivers(workspace, environment, endpoints(lab)), Optional.of(lab));
    }

    /** As another process would read them. */
    private static Endpoints endpoints(Lab lab) throws DriverException {
        try {
            return Endpoints.parse("the lab", lab.endpoints().json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a lab writes its endpoints", e);
        }
    }

    private static Driver drivers(Workspace workspace, Map<String, String> environment, Endpoints endpoints) {
        return drivers(workspace, environment, SshTargets.of(endpoints), ApiTargets.of(endpoints));
    }

    /** The vSphere API is left alone, and its classes unloaded, where nothing says how it is reached. */
    private static Driver drivers(
            Workspace workspace,
            Map<String, String> environment,
            SortedMap<String, SshTarget> ssh,
            SortedMap<String, ApiTarget> api) {
        Spec spec = workspace.spec();
        Secrets secrets = new SystemSecrets(environment, workspace.folder().path());
        Map<Transport, Driver> drivers = new EnumMap<>(Transport.class);
        drivers.put(
                Transport.SSH,
                new SshDriver(
                        ssh.values(),
                        SshTargets.pins(workspace.folder()),
                        secrets,
                        SshTargets.agent(environment),
                        SshLimits.standard()));
        if (!api.isEmpty()) {
            drivers.put(
                    Transport.API,
                    new ApiDriver(
                            api.values(),
                            ApiTargets.addresses(spec),
                            ApiTargets.pins(workspace.folder()),
                            secrets,
                            ApiLimits.standard()));
        }
        return new MixedDriver(drivers, place -> order(spec, place));
    }

    private static List<Transport> order(Spec spec, String place) {
        return place.equals(Way.VCENTER)
                ? List.of(Transport.API)
                : Optional.ofNullable(spec.hosts().get(place))
                        .orElseGet(Access::unspecified)
                        .order();
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
