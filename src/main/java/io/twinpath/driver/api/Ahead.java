package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reply;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Properties of hosts for all places at once: one view of the hosts and one retrieval, and a second one for properties of
 * their managers. A single host is no different; so its name and its answers come in one call.
 */
final class Ahead {

    private static final String MANAGERS = "configManager.";

    private final Server server;
    private final Map<String, List<Query>> first;

    private Ahead(Server server, Map<String, List<Query>> first) {
        this.server = server;
        this.first = first;
    }

    /** Answers by place; none where there are none to be had this way. */
    static Map<String, Map<Query, Reply>> fetch(Server server, Map<String, List<Query>> first)
            throws DriverException, FaultException, Unresolved {
        return server.session().reading(() -> new Ahead(server, first).fetched());
    }

    private Map<String, Map<Query, Reply>> fetched() throws DriverException, FaultException, Unresolved, Broken {
        ServerContent content = server.session().open();
        List<Node> contents = server.retrieval().every("HostSystem", paths(content), Standing.wanted(content));
        server.lookup().learn("HostSystem", contents);
        if (content.alone()) {
            server.standing().learn(contents);
        }
        Map<Ref, Node> hosts = new HashMap<>();
        for (Node host : contents) {
            host.ref("obj").ifPresent(ref -> hosts.put(ref, host));
        }
        Map<Ref, Node> managers = managers(contents);
        Map<String, Map<Query, Reply>> answers = new TreeMap<>();
        for (Map.Entry<String, List<Query>> place : first.entrySet()) {
            if (server.lookup().knows(place.getKey())) {
                Optional<Node> host =
                        Optional.ofNullable(hosts.get(server.lookup().host(place.getKey())));
                host.ifPresent(
                        node -> answers.put(place.getKey(), answers(place.getKey(), node, place.getValue(), managers)));
            }
        }
        return answers;
    }

    private SortedSet<String> paths(ServerContent content) {
        SortedSet<String> paths = new TreeSet<>(List.of("name"));
        if (content.alone()) {
            paths.add(Standing.OWNER);
        }
        properties(first.values().stream().flatMap(List::stream).toList()).forEach(q -> {
            switch (q.of()) {
                case Handle.Host h -> paths.addAll(q.paths());
                case Handle.Manager m -> paths.add(MANAGERS + m.name());
                case Handle.Service s -> {}
                case Handle.Named n -> {}
                case Handle.Member m -> {}
                case Handle.Found f -> {}
            }
        });
        return paths;
    }

    private static List<PropertyQuery> properties(List<Query> queries) {
        return queries.stream()
                .filter(PropertyQuery.class::isInstance)
                .map(PropertyQuery.class::cast)
                .toList();
    }

    /** What was asked of managers, of those of all hosts. */
    private Map<Ref, Node> managers(List<Node> hosts) throws DriverException, FaultException, Broken {
        Map<String, SortedSet<String>> asked = new TreeMap<>();
        properties(first.values().stream().flatMap(List::stream).toList()).forEach(q -> {
            if (q.of() instanceof Handle.Manager m) {
                asked.computeIfAbsent(m.name(), n -> new TreeSet<>()).addAll(q.paths());
            }
        });
        List<Retrieval.Wanted> wanted = new ArrayList<>();
        asked.forEach((name, paths) -> {
            List<Ref> refs =
                    hosts.stream().flatMap(h -> manager(h, name).stream()).toList();
            if (!refs.isEmpty()) {
                wanted.add(new Retrieval.Wanted(refs, List.copyOf(paths)));
            }
        });
        Map<Ref, Node> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            for (Node content : server.retrieval().some(wanted)) {
                content.ref("obj").ifPresent(ref -> found.put(ref, content));
            }
        }
        return found;
    }

    private Optional<Ref> manager(Node host, String name) {
        Optional<Ref> manager = Lookup.property(host, MANAGERS + name).flatMap(Node::ref);
        manager.ifPresent(m -> host.ref("obj").ifPresent(h -> server.lookup().learn(h, name, m)));
        return manager;
    }

    private Map<Query, Reply> answers(String place, Node host, List<Query> queries, Map<Ref, Node> managers) {
        Map<Query, Reply> answers = new LinkedHashMap<>();
        for (PropertyQuery query : properties(queries)) {
            Optional<Node> content = query.of() instanceof Handle.Host
                    ? Optional.of(host)
                    : query.of() instanceof Handle.Manager m
                            ? Lookup.property(host, MANAGERS + m.name())
                                    .flatMap(Node::ref)
                                    .flatMap(ref -> Optional.ofNullable(managers.get(ref)))
                            : Optional.empty();
            content.ifPresent(c ->
                    answers.put(query, Reply.of(Slice.of(List.of(c), query.paths()), place + ": " + query.typed())));
        }
        return answers;
    }
}
