package io.twinpath.spec.resolve;

import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.Placement;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.layer.Merged;
import io.twinpath.spec.layer.Overrides;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;

/** Where the kinds' resources stand in a spec. */
public final class KindPlaces implements Overrides.Ways {

    /** Below a file, {@code hosts}, a host, the outer of two kinds and its name. */
    private static final int KEYS_WITHIN = 4;

    private final Kinds kinds;
    private final Set<String> hosts;
    private final List<Kind<?>> host = new ArrayList<>();
    private final List<Kind<?>> site = new ArrayList<>();
    private final Map<String, List<String>> notFields = new ConcurrentHashMap<>();

    /** @param hosts the names of all hosts */
    public KindPlaces(Kinds kinds, Set<String> hosts) {
        this.kinds = kinds.declarable();
        this.hosts = hosts;
        for (Kind<?> kind : this.kinds.byName().values()) {
            (kind.placement().level() == Placement.Level.HOST ? host : site).add(kind);
        }
    }

    /** Kinds that stand inside of a host. */
    public List<Kind<?>> host() {
        return host;
    }

    /** Kinds that stand at the top of a file. */
    public List<Kind<?>> site() {
        return site;
    }

    /**
     * Begins to look at the kinds whose keys stand in these files, beside other work. Nothing depends on it: what goes wrong
     * with a kind stays in the task, and is met again where the kind is needed.
     */
    public static void foresee(Kinds kinds, List<Collection<Node.Mapping>> files) {
        Thread.ofPlatform().daemon().name("kinds").start(new FutureTask<>(() -> lookAt(kinds, files), true));
    }

    private static void lookAt(Kinds kinds, List<Collection<Node.Mapping>> files) {
        Set<String> keys = new HashSet<>();
        files.forEach(part -> part.forEach(file -> gather(file, KEYS_WITHIN, keys)));
        List<Kind<?>> used = kinds.declarable().byName().values().stream()
                .filter(k -> keys.containsAll(k.placement().keys()))
                .toList();
        used.forEach(Kind::shape);
        used.forEach(Kind::foresee);
    }

    private static void gather(Node.Mapping mapping, int depth, Set<String> keys) {
        for (Node.Entry entry : mapping.entries()) {
            keys.add(entry.key().text());
            if (depth > 0 && entry.value() instanceof Node.Mapping inner) {
                gather(inner, depth - 1, keys);
            }
        }
    }

    public static List<String> hostKeys(Kinds kinds) {
        return firstKeys(kinds, Placement.Level.HOST);
    }

    public static List<String> siteKeys(Kinds kinds) {
        return firstKeys(kinds, Placement.Level.SITE);
    }

    private static List<String> firstKeys(Kinds kinds, Placement.Level level) {
        return kinds.byName().values().stream()
                .map(Kind::placement)
                .filter(p -> p.level() == level)
                .map(p -> p.keys().getFirst())
                .distinct()
                .toList();
    }

    /**
     * The keys inside of a resource that are no fields of it: nested resources, and {@code state}. Found out when a resource of the
     * kind is there, for it takes the fields of the kind, and most specs have resources of few kinds. From any thread.
     */
    List<String> notFields(Kind<?> kind) {
        return notFields.computeIfAbsent(kind.name(), name -> computeNotFields(kind));
    }

    boolean hasState(Kind<?> kind) {
        return notFields(kind).contains("state");
    }

    private List<String> computeNotFields(Kind<?> kind) {
        List<String> keys = new ArrayList<>();
        if (kind.shape().field("state").isEmpty()) {
            keys.add("state");
        }
        List<String> own = kind.placement().keys();
        for (Kind<?> other : kinds.byName().values()) {
            List<String> longer = other.placement().keys();
            boolean inside = other.placement().level() == kind.placement().level()
                    && longer.size() == own.size() + 1
                    && longer.subList(0, own.size()).equals(own);
            if (inside) {
                keys.add(longer.getLast());
            }
        }
        return keys;
    }

    @Override
    public boolean isHost(String name) {
        return hosts.contains(name);
    }

    @Override
    public Collection<String> heads() {
        Set<String> heads = new TreeSet<>(hosts);
        heads.addAll(kinds.byName().keySet());
        return heads;
    }

    @Override
    public boolean isBare(String key) {
        return host.stream()
                .anyMatch(k -> k.placement().form() == Placement.Form.BARE
                        && k.placement().keys().getFirst().equals(key));
    }

    @Override
    public Optional<List<String>> toResource(String kindName, String tail, Merged body) {
        return kinds.kind(kindName).flatMap(kind -> {
            Placement placement = kind.placement();
            if (placement.level() == Placement.Level.SITE) {
                return way(kind, List.of(), body, tail);
            }
            if (placement.form() == Placement.Form.SINGLE) {
                String name = placement.name().orElse(kindName);
                return rest(kind, tail, name).map(r -> List.of(placement.keys().getFirst(), r));
            }
            if (placement.keys().size() == 1 || placement.outer() == Placement.Form.SINGLE) {
                return below(body, placement.keys()).flatMap(m -> way(kind, placement.keys(), m, tail));
            }
            return body.child(placement.keys().getFirst()).stream()
                    .flatMap(m -> m.children().stream())
                    .flatMap(outer -> outer
                            .child(placement.keys().getLast())
                            .flatMap(inner -> way(
                                    kind,
                                    List.of(
                                            placement.keys().getFirst(),
                                            outer.key().text(),
                                            placement.keys().getLast()),
                                    inner,
                                    tail))
                            .stream())
                    .findFirst();
        });
    }

    private static Optional<Merged> below(Merged body, List<String> keys) {
        Optional<Merged> at = Optional.of(body);
        for (String key : keys) {
            at = at.flatMap(m -> m.child(key));
        }
        return at;
    }

    private static Optional<List<String>> way(Kind<?> kind, List<String> keys, Merged named, String tail) {
        return named.children().stream()
                .map(c -> c.key().text())
                .filter(name -> rest(kind, tail, name).isPresent())
                .max(Comparator.comparingInt(String::length))
                .map(name -> {
                    List<String> way = new ArrayList<>(keys);
                    way.add(name);
                    way.add(rest(kind, tail, name).orElseThrow());
                    return way;
                });
    }

    /** What of an address's end is the way to a field, when it starts with this name; empty text for the whole of a bare one. */
    private static Optional<String> rest(Kind<?> kind, String tail, String name) {
        boolean bare = kind.placement().form() == Placement.Form.BARE;
        if (tail.equals(name)) {
            return bare ? Optional.of("") : Optional.empty();
        }
        if (!tail.startsWith(name + ".")) {
            return Optional.empty();
        }
        String rest = tail.substring(name.length() + 1);
        return bare && kind.placement().field().filter(rest::equals).isPresent() ? Optional.of("") : Optional.of(rest);
    }
}
