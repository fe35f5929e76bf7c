package io.twinpath.cli;

import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.driver.endpoints.SshEndpoint;
import io.twinpath.driver.ssh.PinFile;
import io.twinpath.driver.ssh.SshTarget;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the hosts of a project listen for SSH. */
final class SshTargets {

    private SshTargets() {}

    /** As the spec says. */
    static SortedMap<String, SshTarget> of(Workspace workspace) {
        SortedMap<String, SshTarget> targets = new TreeMap<>();
        workspace
                .spec()
                .hosts()
                .forEach((host, access) -> targets.put(
                        host,
                        SshTarget.of(
                                host, access.sshOrDefault(), workspace.folder().path())));
        return targets;
    }

    /** Simulated hosts of another process. */
    static SortedMap<String, SshTarget> of(Endpoints endpoints) {
        SortedMap<String, SshTarget> targets = new TreeMap<>();
        endpoints.hosts().forEach((host, at) -> at.ssh().ifPresent(ssh -> targets.put(host, of(host, ssh))));
        return targets;
    }

    private static SshTarget of(String host, SshEndpoint at) {
        return new SshTarget(
                host,
                at.address(),
                at.port(),
                at.user(),
                at.password().map(SshTarget.Known::new),
                Optional.empty(),
                Optional.empty(),
                at.hostKey());
    }

    static PinFile pins(ProjectFolder folder) {
        return new PinFile(folder.own().resolve("known_hosts"));
    }

    static Optional<Path> agent(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SSH_AUTH_SOCK"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
