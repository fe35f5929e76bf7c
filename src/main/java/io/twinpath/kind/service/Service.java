package io.twinpath.kind.service;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import java.util.Optional;

/** One service of a host. */
public record Service(
        @Doc("Whether it starts with the host. \"automatic\" (with the ports of the firewall) is told by the API only.")
        Optional<Policy> policy,

        @Doc("Whether it runs now.") Optional<Boolean> running)
        implements Desired {

    /** When a service is started by itself; as in {@code HostServicePolicy} of the API. */
    public enum Policy {
        ON,
        OFF,
        AUTOMATIC
    }
}
