package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a host calls itself and whom it asks for names. */
public final class Naming {

    /** Set by hand; empty for the first part of the host's name. */
    public String host = "";

    /** Set by hand; empty for the rest of the host's name. */
    public String domain = "";

    /** By TCP/IP stack. */
    public NavigableMap<String, Resolver> resolvers = new TreeMap<>();

    /** Whom one stack asks, in order. */
    public static final class Resolver {
        public List<String> servers = new ArrayList<>();
        public List<String> search = new ArrayList<>();
    }

    /** That of a stack, to look at. */
    public Resolver asked(String stack) {
        return resolvers.getOrDefault(stack, new Resolver());
    }

    /** That of a stack, to be changed. */
    public Resolver resolver(String stack) {
        return resolvers.computeIfAbsent(stack, s -> new Resolver());
    }
}
