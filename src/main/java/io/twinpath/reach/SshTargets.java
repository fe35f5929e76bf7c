package io.twinpath.reach;

import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.driver.endpoints.SshEndpoint;
import io.twinpath.driver.ssh.SshTarget;
import io.twinpath.model.Spec;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the hosts of a project listen for SSH. */
public final class SshTargets {

    private SshTargets() {}

    /**
     * As the spec says.
     *
     * @param project the folder that paths of key files start at
     */
    public static SortedMap<String, SshTarget> of(Spec spec, Path project) {
        SortedMap<String, SshTarget> targets = new TreeMap<>();
        spec.hosts().forEach((host, access) -> targets.put(host, SshTarget.of(host, access.sshOrDefault(), project)));
        return targets;
    }

    /** Simulated hosts, of another process or of this one. */
    public static SortedMap<String, SshTarget> of(Endpoints endpoints) {
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
}
