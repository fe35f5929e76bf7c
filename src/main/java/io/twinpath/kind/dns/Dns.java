package io.twinpath.kind.dns;

import io.twinpath.model.Desired;
import io.twinpath.model.Ip;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names and name resolution of a host.
 *
 * @param api what the API wants to have back with a change, see {@link io.twinpath.kind.Echo}
 */
public record Dns(
        @Doc("The host's own name, without its domain.") Optional<String> hostname,

        @Doc("The domain of the host's name.") Optional<String> domain,

        @Doc("The name servers, in the order in which they are asked; exactly these.")
        Optional<List<Ip>> servers,

        @Doc("The domains that are tried for names without one, in order; exactly these.")
        Optional<List<String>> search,

        @Doc("The same for other TCP/IP stacks, by their names.")
        Map<String, Resolver> netstacks,

        @FoundOnly Map<String, String> api)
        implements Desired {

    /** As everybody but the API tells it. */
    public Dns(
            Optional<String> hostname,
            Optional<String> domain,
            Optional<List<Ip>> servers,
            Optional<List<String>> search,
            Map<String, Resolver> netstacks) {
        this(hostname, domain, servers, search, netstacks, Map.of());
    }

    public Dns {
        servers = servers.map(List::copyOf);
        search = search.map(List::copyOf);
        netstacks = Collections.unmodifiableMap(new LinkedHashMap<>(netstacks));
    }

    /** Whom one TCP/IP stack asks. */
    public record Resolver(
            @Doc("The name servers of this stack, in order; exactly these.")
            Optional<List<Ip>> servers,

            @Doc("The search domains of this stack, in order; exactly these.")
            Optional<List<String>> search) {

        public Resolver {
            servers = servers.map(List::copyOf);
            search = search.map(List::copyOf);
        }
    }

    /** That of the default stack. */
    Resolver resolver() {
        return new Resolver(servers, search);
    }
}
