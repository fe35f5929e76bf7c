package io.twinpath.kind.ntp;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The NTP client of a host.
 *
 * @param configuration {@code /etc/ntp.conf} as it is, on hosts that are changed through that file
 * @param api {@code enabled} where the API tells and takes that itself, from 7.0 on
 */
public record Ntp(
        @Doc("Names or addresses of servers, in the order in which the host keeps them.")
        Optional<List<String>> servers,

        @Doc("Whether the client runs and starts with the host.")
        Optional<Boolean> enabled,

        @FoundOnly Optional<String> configuration,
        @FoundOnly Map<String, String> api)
        implements Desired {

    public Ntp {
        servers = servers.map(List::copyOf);
    }

    /** As everybody but the API tells it. */
    public Ntp(Optional<List<String>> servers, Optional<Boolean> enabled, Optional<String> configuration) {
        this(servers, enabled, configuration, Map.of());
    }
}
