package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reply;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks a server on behalf of one place. What is refused is an answer; only a server that cannot be talked to is not. */
final class Answers {

    private static final int REFUSED = 1;

    private final Server server;
    private final String place;

    Answers(Server server, String place) {
        this.server = server;
        this.place = place;
    }

    /** Something that is asked in one go. */
    @FunctionalInterface
    interface Part {
        Map<Query, Reply> ask() throws DriverException;
    }

    /** What is to be asked, cut into what can go in parallel. */
    List<Part> parts(List<Query> queries) {
        List<PropertyQuery> properties = new ArrayList<>();
        Map<String, List<InventoryQuery>> inventories = new TreeMap<>();
        List<Part> parts = new ArrayList<>();
        for (Query query : new LinkedHashSet<>(queries)) {
            switch (query) {
                case PropertyQuery q -> properties.add(q);
                case InventoryQuery q ->
                    inventories
                            .computeIfAbsent(q.type(), t -> new ArrayList<>())
                            .add(q);
                case MethodQuery q -> parts.add(() -> Map.of(q, method(q)));
                case EsxcliQuery q -> parts.add(() -> Map.of(q, refused(q, "esxcli is not reached over the API")));
                case FileQuery q -> parts.add(() -> Map.of(q, refused(q, "the API reads no files of a host")));
                case ProgramQuery q -> parts.add(() -> Map.of(q, refused(q, "the API runs no programs of a host")));
            }
        }
        if (!properties.isEmpty()) {
            parts.add(0, () -> properties(properties));
        }
        inventories.forEach((type, asked) -> parts.add(() -> inventory(type, asked)));
        return parts;
    }

    private Reply refused(Query query, String why) {
        return new Reply(REFUSED, Format.TEXT, why, source(query));
    }

    private Reply fault(Query query, Fault fault) {
        return Reply.fault(fault.name(), fault.message(), source(query));
    }

    private String source(Query query) {
        return place + ": " + query.typed();
    }

    // Properties of single objects

    private Map<Query, Reply> properties(List<PropertyQuery> queries) throws DriverException {
        Map<Query, Reply> replies = new LinkedHashMap<>();
        Map<PropertyQuery, Ref> refs = new LinkedHashMap<>();
        for (PropertyQuery query : queries) {
            try {
                Ref ref = server.session().reading(() -> server.lookup().ref(query.of(), place, false));
                refs.put(query, ref);
            } catch (Unresolved e) {
                replies.put(query, refused(query, String.valueOf(e.getMessage())));
            } catch (FaultException e) {
                replies.put(query, fault(query, e.fault()));
            }
        }
        if (!refs.isEmpty()) {
            together(refs, replies);
        }
        return replies;
    }

    /** In one call; when that is refused, each for itself, so that one wrong question does not spoil the others. */
    private void together(Map<PropertyQuery, Ref> refs, Map<Query, Reply> replies) throws DriverException {
        try {
            Map<Ref, Node> found = server.session().reading(() -> retrieved(refs));
            refs.forEach((query, ref) -> replies.put(query, reply(query, Optional.ofNullable(found.get(ref)))));
        } catch (FaultException e) {
            if (refs.size() == 1) {
                Query only = refs.keySet().iterator().next();
                replies.put(only, fault(only, e.fault()));
                return;
            }
            for (Map.Entry<PropertyQuery, Ref> one : refs.entrySet()) {
                together(Map.of(one.getKey(), one.getValue()), replies);
            }
        } catch (Unresolved e) {
            throw new IllegalStateException("everything was found before", e);
        }
    }

    private Map<Ref, Node> retrieved(Map<PropertyQuery, Ref> refs) throws DriverException, FaultException, Broken {
        Map<Ref, SortedSet<String>> paths = new LinkedHashMap<>();
        refs.forEach(
                (query, ref) -> paths.computeIfAbsent(ref, r -> new TreeSet<>()).addAll(query.paths()));
        Map<Set<String>, List<Ref>> alike = new LinkedHashMap<>();
        paths.forEach((ref, asked) ->
                alike.computeIfAbsent(asked, a -> new ArrayList<>()).add(ref));
        List<Retrieval.Wanted> wanted = new ArrayList<>();
        alike.forEach((asked, objects) -> wanted.add(new Retrieval.Wanted(objects, List.copyOf(asked))));
        Map<Ref, Node> found = new HashMap<>();
        for (Node content : server.retrieval().some(wanted)) {
            content.ref("obj").ifPresent(ref -> found.put(ref, content));
        }
        return found;
    }

    private Reply reply(PropertyQuery query, Optional<Node> content) {
        return content.map(c -> Reply.of(Slice.of(List.of(c), query.paths()), source(query)))
                .orElseGet(() -> Reply.fault("ManagedObjectNotFound", "the object is not there", source(query)));
    }

    // Objects of a type

    private Map<Query, Reply> inventory(String type, List<InventoryQuery> queries) throws DriverException {
        SortedSet<String> paths = new TreeSet<>();
        queries.forEach(q -> paths.addAll(q.paths()));
        Map<Query, Reply> replies = new LinkedHashMap<>();
        try {
            List<Node> found = server.session().reading(() -> server.retrieval().every(type, paths));
            queries.forEach(q -> replies.put(q, Reply.of(Slice.of(found, q.paths()), source(q))));
        } catch (FaultException e) {
            if (queries.size() == 1) {
                replies.put(queries.get(0), fault(queries.get(0), e.fault()));
                return replies;
            }
            for (InventoryQuery query : queries) {
                replies.putAll(inventory(type, List.of(query)));
            }
        } catch (Unresolved e) {
            throw new IllegalStateException("a type needs no lookup", e);
        }
        return replies;
    }

    // Methods

    private Reply method(MethodQuery query) throws DriverException {
        try {
            return Reply.of(server.session().reading(() -> answer(query)), source(query));
        } catch (FaultException e) {
            return fault(query, e.fault());
        } catch (Unresolved e) {
            return refused(query, String.valueOf(e.getMessage()));
        }
    }

    private Node answer(MethodQuery query) throws DriverException, FaultException, Unresolved, Broken {
        List<Node> args = new ArrayList<>();
        for (Node arg : query.args()) {
            args.add(server.lookup().resolved(arg, place));
        }
        Node answer =
                server.session().read(new Request(server.lookup().ref(query.on(), place, false), query.method(), args));
        if (!query.method().endsWith(Tasks.SUFFIX)) {
            return answer;
        }
        Ref task = answer.ref("returnval").orElseThrow(() -> new Broken(Broken.Blame.SERVER, "it started no task"));
        Tasks.Outcome outcome =
                server.tasks().follow(task, server.session().limits().task());
        if (outcome.fault().isPresent()) {
            throw new FaultException(outcome.fault().orElseThrow());
        }
        return Tasks.response(query.method(), outcome.result());
    }
}
