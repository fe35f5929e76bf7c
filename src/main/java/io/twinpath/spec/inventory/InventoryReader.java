package io.twinpath.spec.inventory;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.Names;
import io.twinpath.model.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers what all files declare, each object once. */
public final class InventoryReader {

    private static final List<String> OWN_KEYS = List.of("project", "hosts", "groups", "clusters", "hardware");
    private static final List<String> CLUSTER_HOST_KEYS = List.of("vars", "use", "host_settings");

    private final List<String> siteKeys;
    private final Diagnostics into;
    private final BodyReader bodies;

    private final Map<String, Map<String, Node.Entry>> declared = new HashMap<>();
    private final SortedMap<String, List<Node.Entry>> objects = new TreeMap<>();
    private final SortedMap<String, Inventory.Module> modules = new TreeMap<>();
    private Optional<Node.Entry> project = Optional.empty();

    /**
     * @param hostKeys the keys of host resources
     * @param siteKeys the top-level keys of site resources
     */
    public InventoryReader(List<String> hostKeys, List<String> siteKeys, Diagnostics into) {
        this.siteKeys = List.copyOf(siteKeys);
        this.into = into;
        this.bodies = new BodyReader(hostKeys, into);
    }

    /** Takes in one file below {@code inventory/}. */
    public void add(Node.Mapping root) {
        List<String> known =
                Stream.concat(OWN_KEYS.stream(), siteKeys.stream()).distinct().toList();
        Forms.onlyKnown(root, "the top of a file", known, into);
        for (Node.Entry entry : root.entries()) {
            String key = entry.key().text();
            if (key.equals("project")) {
                project.ifPresent(first ->
                        twice(entry.key().span(), "project", first.key().span()));
                project = project.or(() -> Optional.of(entry));
            } else if (known.contains(key)) {
                Forms.mappingOrNothing(entry.value(), into).ifPresent(m -> declare(key, m));
            }
        }
    }

    /** Takes in one {@code modules/NAME/module.yml}. */
    public void addModule(String file, Node.Mapping root) {
        ModuleReader.nameOf(file)
                .ifPresentOrElse(
                        name -> modules.put(name, new ModuleReader(bodies, into).read(name, root)),
                        () -> into.add(InventoryProblem.describe(
                                new InventoryProblem.NotAName(root.span(), file, "a module"))));
    }

    private void declare(String key, Node.Mapping mapping) {
        for (Node.Entry entry : mapping.entries()) {
            Map<String, Node.Entry> names = declared.computeIfAbsent(key, k -> new HashMap<>());
            Node.Entry first = names.putIfAbsent(entry.key().text(), entry);
            if (first == null) {
                objects.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
            } else {
                twice(
                        entry.key().span(),
                        entry.key().text() + " under \"" + key + "\"",
                        first.key().span());
            }
        }
    }

    private void twice(Span again, String what, Span first) {
        into.add(InventoryProblem.describe(new InventoryProblem.DeclaredTwice(again, what, first)));
    }

    /** Everything taken in so far, with names and memberships checked. */
    public Inventory inventory() {
        SortedMap<String, Inventory.Host> hosts = new TreeMap<>();
        Map<String, Node.Scalar> letters = new HashMap<>();
        for (Node.Entry entry : objects.getOrDefault("hosts", List.of())) {
            host(entry)
                    .filter(h -> isOther(h.key(), letters))
                    .ifPresent(h -> hosts.put(h.key().text(), h));
        }
        HostLists lists = new HostLists(declared.getOrDefault("hosts", Map.of()).keySet(), into);
        SortedMap<String, Inventory.Group> groups = new TreeMap<>();
        for (Node.Entry entry : objects.getOrDefault("groups", List.of())) {
            group(entry, lists).ifPresent(g -> groups.put(g.key().text(), g));
        }
        GroupTree tree = GroupTree.of(groups, hosts.keySet(), into);
        SortedMap<String, Inventory.Cluster> clusters = new TreeMap<>();
        SortedMap<String, List<Node.Entry>> site = new TreeMap<>();
        siteKeys.forEach(k -> site.put(k, objects.getOrDefault(k, List.of())));
        site.put("clusters", clusters(lists, clusters));
        return new Inventory(
                project(), hosts, tree, clusters, site, objects.getOrDefault("hardware", List.of()), modules);
    }

    /** Names of hosts are the same in capitals and small letters, so two that differ in nothing else are one host. */
    private boolean isOther(Node.Scalar name, Map<String, Node.Scalar> letters) {
        Node.Scalar first = letters.putIfAbsent(name.text().toLowerCase(Locale.ROOT), name);
        if (first != null) {
            twice(name.span(), name.text() + ", which is " + first.text() + " in other letters", first.span());
        }
        return first == null;
    }

    private Optional<Inventory.Host> host(Node.Entry entry) {
        Node.Scalar key = entry.key();
        if (!Names.isHost(key.text())) {
            into.add(InventoryProblem.describe(new InventoryProblem.NotAHost(key.span(), key.text())));
            return Optional.empty();
        }
        return Forms.mappingOrNothing(entry.value(), into).map(m -> new Inventory.Host(key, bodies.host(m)));
    }

    private Optional<Inventory.Group> group(Node.Entry entry, HostLists lists) {
        Node.Scalar key = entry.key();
        if (!named(key, "a group")) {
            return Optional.empty();
        }
        return Forms.mappingOrNothing(entry.value(), into)
                .map(m -> new Inventory.Group(
                        key,
                        key.text().equals(GroupTree.ALL) ? lists.all() : lists.expand(m.value("hosts")),
                        texts(m.value("children"), "the name of a group"),
                        texts(m.value("parents"), "the name of a group"),
                        bodies.group(m)));
    }

    /** Clusters as containers of hosts; what is left of them, hosts expanded, is returned for the cluster kind. */
    private List<Node.Entry> clusters(HostLists lists, SortedMap<String, Inventory.Cluster> clusters) {
        List<Node.Entry> own = new ArrayList<>();
        Map<String, Node.Scalar> clusterOf = new HashMap<>();
        for (Node.Entry entry : objects.getOrDefault("clusters", List.of())) {
            Optional<Node.Mapping> mapping = Forms.mappingOrNothing(entry.value(), into);
            if (mapping.isEmpty() || !named(entry.key(), "a cluster")) {
                continue;
            }
            Node.Mapping m = mapping.orElseThrow();
            SortedSet<String> hosts = lists.expand(m.value("hosts"));
            for (String host : hosts) {
                Node.Scalar first = clusterOf.putIfAbsent(host, entry.key());
                if (first != null) {
                    into.add(InventoryProblem.describe(new InventoryProblem.TwoClusters(
                            entry.key().span(), host, entry.key().text(), first.span(), first.text())));
                }
            }
            clusters.put(entry.key().text(), new Inventory.Cluster(entry.key(), hosts, bodies.cluster(m)));
            own.add(new Node.Entry(entry.key(), withHosts(BodyReader.without(m, CLUSTER_HOST_KEYS), hosts)));
        }
        return own;
    }

    private static Node.Mapping withHosts(Node.Mapping cluster, SortedSet<String> hosts) {
        return new Node.Mapping(
                cluster.entries().stream()
                        .map(e -> e.key().text().equals("hosts") ? new Node.Entry(e.key(), list(e.value(), hosts)) : e)
                        .toList(),
                cluster.span());
    }

    private static Node list(Node written, SortedSet<String> names) {
        List<Node> items = names.stream()
                .<Node>map(n -> new Node.Scalar(n, false, written.span()))
                .toList();
        return new Node.Sequence(items, written.span());
    }

    private boolean named(Node.Scalar key, String what) {
        if (Names.isToken(key.text())) {
            return true;
        }
        into.add(InventoryProblem.describe(new InventoryProblem.NotAName(key.span(), key.text(), what)));
        return false;
    }

    private List<Node.Scalar> texts(Optional<Node> list, String expected) {
        return list.flatMap(n -> Forms.sequence(n, into)).stream()
                .flatMap(s -> s.items().stream())
                .flatMap(n -> Forms.text(n, expected, into).stream())
                .toList();
    }

    private Inventory.Project project() {
        Optional<Node.Mapping> m = project.flatMap(e -> Forms.mapping(e.value(), into));
        m.ifPresent(p -> Forms.onlyKnown(p, "a project", List.of("name", "connect"), into));
        Optional<Node.Mapping> connect = m.flatMap(p -> p.value("connect")).flatMap(n -> Forms.mapping(n, into));
        connect.ifPresent(
                c -> Forms.onlyKnown(c, "\"connect\" of a project", List.of("lab", "ssh", "api", "via"), into));
        return new Inventory.Project(
                m.flatMap(p -> p.value("name"))
                        .flatMap(n -> Forms.text(n, "a name", into))
                        .map(Node.Scalar::text)
                        .orElse("unnamed"),
                connect.flatMap(c -> c.value("lab"))
                        .flatMap(n -> Forms.text(n, "the name of a simulated site", into))
                        .map(Node.Scalar::text),
                connect.map(c -> BodyReader.without(c, List.of("lab", "api"))),
                connect.flatMap(c -> c.value("api")).flatMap(n -> Forms.mapping(n, into)));
    }

    /** Lists of hosts with ranges. */
    private record HostLists(java.util.Set<String> known, Diagnostics into) {

        SortedSet<String> all() {
            return new TreeSet<>(known);
        }

        SortedSet<String> expand(Optional<Node> list) {
            SortedSet<String> names = new TreeSet<>();
            list.filter(n -> !(n instanceof Node.Scalar s && s.isNull()))
                    .flatMap(n -> Forms.sequence(n, into))
                    .ifPresent(s -> s.items()
                            .forEach(item -> Forms.text(item, "the name of a host", into)
                                    .ifPresent(text -> expand(text, names))));
            return names;
        }

        private void expand(Node.Scalar text, SortedSet<String> into) {
            try {
                for (String name : HostRanges.expand(text.text())) {
                    if (known.contains(name)) {
                        into.add(name);
                    } else {
                        this.into.add(
                                InventoryProblem.describe(new InventoryProblem.UnknownHost(text.span(), name, known)));
                    }
                }
            } catch (IllegalArgumentException e) {
                this.into.add(InventoryProblem.describe(
                        new InventoryProblem.BadRange(text.span(), String.valueOf(e.getMessage()))));
            }
        }
    }
}
