package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a host that is reached by itself takes no changes over its API, as far as it tells. Two reasons are known: the licence
 * of the free hypervisor, with which every change is refused as {@code RestrictedVersion}; and a vCenter that owns the host
 * and may take back what is done behind it.
 */
final class Standing {

    static final String OWNER = "summary.managementServerIp";
    static final String LICENSES = "licenses";

    private static final String FREE = "esxBasic";

    private final ApiSession session;
    private final Retrieval retrieval;
    private boolean known;
    private Optional<String> barred = Optional.empty();

    Standing(ApiSession session, Retrieval retrieval) {
        this.session = session;
        this.retrieval = retrieval;
    }

    /** What tells it, beside {@link #OWNER} of the host; nothing at a vCenter, which is no host. */
    static Optional<Ref> licenses(ServerContent content) {
        return content.alone() ? content.service("licenseManager") : Optional.empty();
    }

    /** Takes what was retrieved of a host and of its licences. */
    synchronized void learn(Collection<Node> contents) {
        known = true;
        barred = contents.stream().flatMap(c -> reason(c).stream()).findFirst();
    }

    private static Optional<String> reason(Node content) {
        boolean free = Lookup.property(content, LICENSES).stream()
                .flatMap(l -> l.items().stream())
                .anyMatch(l -> l.text("editionKey").orElse("").startsWith(FREE));
        if (free) {
            return Optional.of("The host has the licence of the free hypervisor, whose API takes no changes.");
        }
        return Lookup.property(content, OWNER)
                .flatMap(Node::text)
                .filter(owner -> !owner.isBlank())
                .map(owner -> "The host belongs to the vCenter at " + owner
                        + ", which may take back what is changed behind it.");
    }

    /** Nothing where changes are taken, and where nobody can tell. */
    synchronized Optional<String> barred() {
        if (!known) {
            try {
                session.reading(() -> {
                    ServerContent content = session.open();
                    if (content.alone()) {
                        learn(retrieval.every("HostSystem", Set.of(OWNER), wanted(content)));
                    }
                    return true;
                });
            } catch (DriverException | FaultException | Unresolved e) {
                return Optional.empty();
            }
            known = true;
        }
        return barred;
    }

    static List<Retrieval.Wanted> wanted(ServerContent content) {
        return licenses(content).map(l -> new Retrieval.Wanted(List.of(l), List.of(LICENSES))).stream()
                .toList();
    }
}
