package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the objects that handles mean. What was found is kept: a server does not change its references. Names are asked for
 * again when they are not known, and before something is changed.
 */
final class Lookup {

    private static final String HOST = "HostSystem";

    private final ApiSession session;
    private final Retrieval retrieval;
    private final Map<String, String> addresses;
    private final Map<String, Map<String, List<Ref>>> names = new HashMap<>();
    private final Map<Ref, Map<String, Ref>> managers = new HashMap<>();

    /** @param addresses under which hosts may be known to the server, by place */
    Lookup(ApiSession session, Retrieval retrieval, Map<String, String> addresses) {
        this.session = session;
        this.retrieval = retrieval;
        this.addresses = Map.copyOf(addresses);
    }

    /** @param fresh whether what is kept under a name is looked at again */
    Ref ref(Handle handle, String place, boolean fresh) throws DriverException, FaultException, Unresolved, Broken {
        return switch (handle) {
            case Handle.Host h -> host(place);
            case Handle.Manager m -> manager(host(place), m.name());
            case Handle.Service s ->
                session.open().service(s.name()).orElseThrow(() -> new Unresolved(at() + " has no " + s.name() + "."));
            case Handle.Named n -> named(n, fresh);
            case Handle.Member m -> member(ref(m.of(), place, fresh), m);
            case Handle.Found f -> f.ref();
        };
    }

    /** The same element with every object in it found. */
    Node resolved(Node node, String place) throws DriverException, FaultException, Unresolved, Broken {
        if (node.content() instanceof Node.Link link) {
            return Request.reference(node.name(), ref(link.handle(), place, true));
        }
        if (node.items().isEmpty()) {
            return node;
        }
        List<Node> children = new ArrayList<>();
        for (Node child : node.items()) {
            children.add(resolved(child, place));
        }
        return Node.object(node.name(), node.type(), children);
    }

    private String at() {
        return session.target().place();
    }

    // Hosts

    boolean knows(String place) {
        synchronized (names) {
            return names.containsKey(HOST) && hosts(place).size() == 1;
        }
    }

    Ref host(String place) throws DriverException, FaultException, Unresolved, Broken {
        if (place.equals(Way.VCENTER)) {
            throw new Unresolved("This concerns one host, and was asked of vCenter.");
        }
        if (!knows(place)) {
            learn(HOST, retrieval.every(HOST, Set.of("name")));
        }
        List<Ref> found = hosts(place);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new Unresolved(
                found.isEmpty()
                        ? at() + " has no host of the name " + place + "."
                        : at() + " has " + found.size() + " hosts of the name " + place + ".");
    }

    private List<Ref> hosts(String place) {
        synchronized (names) {
            Map<String, List<Ref>> byName = names.getOrDefault(HOST, Map.of());
            if (session.target().place().equals(place) && byName.size() == 1) {
                return byName.values().iterator().next();
            }
            Set<Ref> found = new LinkedHashSet<>(byName.getOrDefault(place.toLowerCase(Locale.ROOT), List.of()));
            Optional.ofNullable(addresses.get(place))
                    .ifPresent(a -> found.addAll(byName.getOrDefault(a.toLowerCase(Locale.ROOT), List.of())));
            return List.copyOf(found);
        }
    }

    /** Keeps the names in what was retrieved of all objects of a type. */
    void learn(String type, Collection<Node> contents) {
        Map<String, List<Ref>> byName = new HashMap<>();
        for (Node content : contents) {
            Optional<String> name = property(content, "name").flatMap(Node::text);
            Optional<Ref> ref = content.ref("obj");
            if (name.isPresent() && ref.isPresent()) {
                String decoded = decoded(name.orElseThrow());
                byName.computeIfAbsent(
                                type.equals(HOST) ? decoded.toLowerCase(Locale.ROOT) : decoded, n -> new ArrayList<>())
                        .add(ref.orElseThrow());
            }
        }
        synchronized (names) {
            names.put(type, byName);
        }
    }

    static Optional<Node> property(Node content, String path) {
        return content.all("propSet").stream()
                .filter(p -> p.text("name").equals(Optional.of(path)))
                .findFirst()
                .flatMap(p -> p.child("val"));
    }

    /** The API writes three characters as {@code %2f}, {@code %5c} and {@code %25} in names. */
    static String decoded(String name) {
        return name.indexOf('%') < 0
                ? name
                : name.replace("%2f", "/")
                        .replace("%2F", "/")
                        .replace("%5c", "\\")
                        .replace("%5C", "\\")
                        .replace("%25", "%");
    }

    // Managers

    private Ref manager(Ref host, String name) throws DriverException, FaultException, Unresolved, Broken {
        synchronized (managers) {
            Ref known = managers.getOrDefault(host, Map.of()).get(name);
            if (known != null) {
                return known;
            }
        }
        for (Node content : retrieval.some(List.of(new Retrieval.Wanted(List.of(host), List.of("configManager"))))) {
            Map<String, Ref> found = new HashMap<>();
            property(content, "configManager")
                    .ifPresent(c -> c.items().forEach(n -> n.ref().ifPresent(ref -> found.put(n.name(), ref))));
            found.forEach((called, ref) -> learn(host, called, ref));
            if (found.containsKey(name)) {
                return found.get(name);
            }
        }
        throw new Unresolved("The host has no " + name + ".");
    }

    void learn(Ref host, String manager, Ref ref) {
        synchronized (managers) {
            managers.computeIfAbsent(host, h -> new HashMap<>()).put(manager, ref);
        }
    }

    // Names

    private Ref named(Handle.Named handle, boolean fresh) throws DriverException, FaultException, Unresolved, Broken {
        List<Ref> known = known(handle);
        if (known.size() != 1 || (fresh && !stillCalled(known.get(0), handle.name()))) {
            learn(handle.type(), retrieval.every(handle.type(), Set.of("name")));
            known = known(handle);
        }
        if (known.size() == 1) {
            return known.get(0);
        }
        throw new Unresolved(
                known.isEmpty()
                        ? at() + " has no " + handle.shown() + "."
                        : at() + " has " + known.size() + " objects that are a " + handle.shown() + ": "
                                + known.stream().map(Ref::toString).collect(Collectors.joining(", ")) + ".");
    }

    private List<Ref> known(Handle.Named handle) {
        synchronized (names) {
            if (handle.type().equals(HOST)) {
                return hosts(handle.name());
            }
            return names.getOrDefault(handle.type(), Map.of()).getOrDefault(handle.name(), List.of());
        }
    }

    private boolean stillCalled(Ref ref, String name) throws DriverException, FaultException, Broken {
        if (ref.type().equals(HOST)) {
            return true;
        }
        try {
            return retrieval.some(List.of(new Retrieval.Wanted(List.of(ref), List.of("name")))).stream()
                    .anyMatch(content -> property(content, "name")
                            .flatMap(Node::text)
                            .map(Lookup::decoded)
                            .equals(Optional.of(name)));
        } catch (FaultException e) {
            if (e.is("ManagedObjectNotFound")) {
                return false;
            }
            throw e;
        }
    }

    private Ref member(Ref of, Handle.Member member) throws DriverException, FaultException, Unresolved, Broken {
        for (Node content : retrieval.some(List.of(new Retrieval.Wanted(List.of(of), List.of(member.property()))))) {
            Optional<Ref> ref = property(content, member.property()).flatMap(Node::ref);
            if (ref.isPresent()) {
                return ref.orElseThrow();
            }
        }
        throw new Unresolved("There is no " + member.shown() + ".");
    }
}
