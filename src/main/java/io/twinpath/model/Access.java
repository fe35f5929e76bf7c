package io.twinpath.model;

import io.twinpath.model.shape.Doc;
import java.util.List;
import java.util.Optional;

/**
 * The ways to a host.
 *
 * @param ssh empty for all defaults
 * @param api the host's own vSphere API; empty where only vCenter's is used, or none
 * @param via the ways that may be taken, the preferred first; SSH before the API when empty
 */
public record Access(
        @Doc("SSH: where it is and who logs in.") Optional<SshAccess> ssh,

        @Doc("The vSphere API: where it is and who logs in.")
        Optional<ApiAccess> api,

        @Doc("The ways that may be taken, the preferred first; [ssh, api] when left out.")
        Optional<List<Transport>> via)
        implements Desired {

    private static final List<Transport> STANDARD = List.of(Transport.SSH, Transport.API);

    public Access {
        via = via.map(List::copyOf);
    }

    public static Access unspecified() {
        return new Access(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public SshAccess sshOrDefault() {
        return ssh.orElseGet(SshAccess::unspecified);
    }

    /** The ways that may be taken, the preferred first. */
    public List<Transport> order() {
        return via.orElse(STANDARD);
    }
}
