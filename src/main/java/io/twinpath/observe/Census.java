package io.twinpath.observe;

import io.twinpath.kind.Kinds;
import io.twinpath.model.Exact;
import io.twinpath.model.Spec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Of which kinds a look asks for everything that a host has, whether or not a spec declares it. */
@FunctionalInterface
public interface Census {

    boolean asks(String host, String kind);

    /** Only what is declared: reads nothing more. */
    static Census none() {
        return (host, kind) -> false;
    }

    /** Every kind that can be listed. */
    static Census whole() {
        return (host, kind) -> true;
    }

    /**
     * What the exact collections of a spec need: their own kinds, and where something may be deleted also what can stand on
     * it. Without exact collections nothing.
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
        return (host, kind) -> byHost.getOrDefault(host, Set.of()).contains(kind);
    }

    static Census of(Set<String> kinds) {
        Set<String> chosen = Set.copyOf(kinds);
        return (host, kind) -> chosen.contains(kind);
    }
}
