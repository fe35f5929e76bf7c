package io.twinpath.kind;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A name that a resource of a site says and that something must bear: a reference without an order, unlike what a resource
 * requires.
 *
 * @param text as it is written, to find the place
 * @param name that is meant
 * @param kinds of which something in the site may bear it; {@link #HOST} for a host
 */
public record Mention(String text, String name, SortedSet<String> kinds) {

    /** Hosts are no resources, and can be named all the same. */
    public static final String HOST = "host";

    public Mention {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    }

    public static Mention of(String name, String... kinds) {
        return new Mention(name, name, new TreeSet<>(Set.of(kinds)));
    }
}
