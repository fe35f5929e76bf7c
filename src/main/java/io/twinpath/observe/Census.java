package io.twinpath.observe;

import io.twinpath.kind.Kinds;
import io.twinpath.kind.Placement;
import io.twinpath.model.Exact;
import io.twinpath.model.Spec;
import io.twinpath.model.Way;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Of which kinds a look asks for everything that a host has, whether or not a spec declares it. */
@FunctionalInterface
public interface Census {

    /** Kinds whose undeclared resources can hold what a spec wants, or lose what carries them. */
    Set<String> NETWORK = Set.of("vswitch", "port_group", "vmkernel");

    boolean asks(String host, String kind);

    /**
     * Whether at least the lists are read, with nothing asked of single objects: enough to see who has a port and what stands
     * where. What a kind needs more calls for stays unread.
     */
    default boolean glances(String host, String kind) {
        return false;
    }

    /** Only what is declared: reads nothing more. */
    static Census none() {
        return (host, kind) -> false;
    }

    /** Every kind that can be listed. */
    static Census whole() {
        return (host, kind) -> true;
    }

    /** The same of what belongs to hosts, as when only some of them are looked at: machines and clusters are everybody's. */
    static Census hosts(Kinds kinds) {
        return (place, kind) -> !place.equals(Way.VCENTER)
                && kinds.kind(kind)
                        .filter(k -> k.placement().level() == Placement.Level.HOST)
                        .isPresent();
    }

    /**
     * What the exact collections of a spec need: their own kinds, and where something may be deleted also what can stand on
     * it; and a glance at the network of each host whose network it changes.
     */
    static Census of(Spec spec, Kinds kinds) {
        Map<String, Set<String>> byHost = new HashMap<>();
        for (Exact exact : spec.exact()) {
            Set<String> asked = byHost.computeIfAbsent(exact.host(), h -> new HashSet<>());
            asked.add(exact.kind());
            asked.addAll(kinds.within(exact.kind()));
            if (exact.mode() == Exact.Mode.DELETE) {
                asked.addAll(kinds.above(exact.kind()));
            }
        }
        Set<String> networks = spec.resources().keySet().stream()
                .filter(address ->
                        NETWORK.contains(address.kind()) || address.kind().equals("iscsi"))
                .flatMap(address -> address.host().stream())
                .collect(Collectors.toSet());
        return new Census() {
            @Override
            public boolean asks(String host, String kind) {
                return byHost.getOrDefault(host, Set.of()).contains(kind);
            }

            @Override
            public boolean glances(String host, String kind) {
                return NETWORK.contains(kind) && networks.contains(host);
            }
        };
    }

    static Census of(Set<String> kinds) {
        Set<String> chosen = Set.copyOf(kinds);
        return (host, kind) -> chosen.contains(kind);
    }
}
