package io.twinpath.observe;

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

    static Census of(Set<String> kinds) {
        Set<String> chosen = Set.copyOf(kinds);
        return (host, kind) -> chosen.contains(kind);
    }
}
