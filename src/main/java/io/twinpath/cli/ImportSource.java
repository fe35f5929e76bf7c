package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.bundle.Bundle;
import io.twinpath.driver.bundle.BundleDriver;
import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.importer.ProjectPage;
import io.twinpath.model.Access;
import io.twinpath.model.Names;
import io.twinpath.model.Snapshot;
import io.twinpath.model.SshAccess;
import io.twinpath.observe.Census;
import io.twinpath.observe.Observer;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.MemoryFiles;
import io.twinpath.spec.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is imported from.
 *
 * @param workspace how hosts are reached: the project that one stands in, else nothing but names
 * @param asked the hosts that were named; empty for all that are known
 * @param known the hosts that the source names by itself
 */
record ImportSource(Workspace workspace, List<String> asked, Collection<String> known, Connection.Choice choice) {

    /** What the command line says of where things are read from. */
    record Ways(Optional<Path> replay, Optional<Path> record, Optional<Path> bundle) {
        void check() throws CliException {
            boolean two = replay.isPresent() && bundle.isPresent();
            if (two || (record.isPresent() && (replay.isPresent() || bundle.isPresent()))) {
                throw usage("Of --replay, --record and --bundle one can be given.", "Run it once for each.");
            }
        }
    }

    static ImportSource of(Invocation run, ImportTarget target, List<String> asked, Ways ways) throws CliException {
        ways.check();
        Optional<Path> replay = ways.replay;
        Optional<Path> bundle = ways.bundle;
        for (String host : asked) {
            if (!Names.isHost(host)) {
                throw usage("\"" + host + "\" is not the name of a host.", "Write it as DNS has it.");
            }
        }
        try {
            if (bundle.isPresent()) {
                return ofBundle(Bundle.read(bundle.orElseThrow()), run, target, asked);
            }
            Optional<Path> lab = LabControl.endpointsFile(run);
            Collection<String> known = replay.isPresent()
                    ? recorded(replay.orElseThrow())
                    : lab.isPresent()
                            ? Endpoints.load(lab.orElseThrow()).hosts().keySet()
                            : List.of();
            Optional<Workspace> into = replay.isPresent() ? Optional.empty() : target.project();
            Workspace workspace = lab.isPresent() && into.isPresent()
                    ? declaring(into.orElseThrow(), new FolderFiles(target.folder()), asked.isEmpty() ? known : asked)
                    : workspace(run, target, asked, replay.isPresent() || lab.isPresent());
            return new ImportSource(workspace, asked, known, new Connection.Choice(replay, ways.record));
        } catch (DriverException e) {
            throw Ends.of(e);
        }
    }

    private static ImportSource ofBundle(Bundle bundle, Invocation run, ImportTarget target, List<String> asked)
            throws CliException {
        String host = asked.stream()
                .findFirst()
                .or(() -> bundle.host().filter(Names::isHost))
                .orElseThrow(() -> usage("The bundle does not say whose it is.", "Name the host: … import HOST"));
        if (asked.size() > 1) {
            throw usage("A bundle is of one host.", "Run it once for each host.");
        }
        Connection.Choice choice =
                new Connection.Choice(Optional.empty(), Optional.empty(), Optional.of(new BundleDriver(bundle, host)));
        return new ImportSource(workspace(run, target, asked, true), asked, List.of(host), choice);
    }

    /** Host names among the folders of a recording. */
    private static Collection<String> recorded(Path folder) throws CliException {
        if (!Files.isDirectory(folder)) {
            throw new CliException(
                    Exit.USAGE, Diagnostic.error("CLI0002", "No such folder", "\"" + folder + "\" is not a folder."));
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return new TreeSet<>(inside.filter(Files::isDirectory)
                    .map(p -> String.valueOf(p.getFileName()))
                    .filter(Names::isHost)
                    .toList());
        } catch (IOException e) {
            throw usage("\"" + folder + "\" cannot be listed.", "Check who may read it.");
        }
    }

    /** @param named whether the source finds hosts without a project's help */
    private static Workspace workspace(Invocation run, ImportTarget target, List<String> asked, boolean named)
            throws CliException {
        Optional<ProjectFolder> folder = named
                ? ProjectFolder.find(run.root().project.orElse(Path.of("")))
                : Optional.of(ProjectFolder.find(run));
        ProjectFiles files = folder.isPresent() && !named
                ? new FolderFiles(folder.orElseThrow().path())
                : new MemoryFiles(Map.of("inventory/project.yml", "project: {name: import}\n"));
        ProjectFolder own = folder.orElseGet(() -> new ProjectFolder(target.folder()));
        return declaring(Workspace.load(own, files, new ProjectOptions()), files, asked);
    }

    /** Hosts that are not declared yet are reached as the project says of all. */
    private static Workspace declaring(Workspace plain, ProjectFiles files, Collection<String> hosts)
            throws CliException {
        List<String> more = hosts.stream()
                .filter(h -> !plain.spec().hosts().containsKey(h))
                .distinct()
                .toList();
        return more.isEmpty()
                ? plain
                : Workspace.load(plain.folder(), new DeclaredToo(files, more), new ProjectOptions());
    }

    Connection open(Invocation run) throws CliException {
        return Connection.open(workspace, run, choice);
    }

    /** Those that were asked for, else those that the source names and the target does not have yet. */
    List<String> hosts(Connection connection, ImportTarget target) throws CliException {
        if (!asked.isEmpty()) {
            return List.copyOf(new TreeSet<>(asked));
        }
        TreeSet<String> all = new TreeSet<>(known);
        connection.lab().ifPresent(lab -> all.addAll(lab.endpoints().hosts().keySet()));
        if (all.isEmpty() && !target.folder().equals(workspace.folder().path())) {
            all.addAll(workspace.spec().hosts().keySet());
        }
        if (all.isEmpty()) {
            throw usage("No host was named, and none is known that could be imported.", "twinpath import HOST…");
        }
        return List.copyOf(all);
    }

    Driver driver(Connection connection) {
        return choice.offline() ? new Partial(connection.driver()) : connection.driver();
    }

    Snapshot survey(Connection connection, List<String> hosts, Console console, ImportTarget target)
            throws CliException {
        Observer observer =
                new Observer(target.kinds(), driver(connection), Observer.CONCURRENCY, InstantSource.system());
        try (ReadingProgress progress = new ReadingProgress(console, hosts.size())) {
            return observer.survey(hosts, List.of(), Census.hosts(target.kinds()), progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(Exit.INTERRUPTED, List.of());
        }
    }

    /** A project file for a new folder: reached as from here. */
    String projectPage(Path folder) {
        String name = String.valueOf(folder.getFileName()).replaceAll("[^A-Za-z0-9_.-]", "-");
        List<SshAccess> ways = workspace.spec().hosts().values().stream()
                .map(Access::sshOrDefault)
                .distinct()
                .toList();
        Optional<SshAccess> ssh = ways.size() == 1 ? Optional.of(ways.getFirst()) : Optional.empty();
        List<String> comments = ssh.isPresent()
                        || workspace.spec().project().lab().isPresent()
                ? List.of()
                : List.of("How hosts are reached goes under project.connect.ssh: user, and password or key_file.");
        return ProjectPage.text(
                Names.isToken(name) ? name : "site",
                ssh,
                workspace.spec().project().lab(),
                comments);
    }

    private static CliException usage(String what, String hint) {
        return new CliException(
                Exit.USAGE,
                Diagnostic.error("CLI0013", "Nothing to read from", what).hint(hint));
    }
}
