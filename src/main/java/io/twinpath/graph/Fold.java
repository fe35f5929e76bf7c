package io.twinpath.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Draws once what is alike. Few hosts are drawn each; of many, those of equal {@link Shape} share a band, and what stands more than
 * a handful of times in one place and is carried by the same becomes one box.
 */
public final class Fold {

    private static final int MACHINES = 12;
    private static final int SHARED = 12;
    private static final int NAMED = 3;

    private final Graph graph;
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<String, Integer> laneOf = new HashMap<>();
    private final Map<String, String> standsFor = new HashMap<>();
    private final SortedMap<String, Item> items = new TreeMap<>();

    private Fold(Graph graph) {
        this.graph = graph;
    }

    /** One site as one picture. */
    public static Picture of(Graph graph) {
        return of(List.of(graph)).getFirst();
    }

    /** Several states of one site, with the same bands in the same order. */
    public static List<Picture> of(List<Graph> views) {
        List<Lanes.Band> bands = Lanes.of(views);
        return views.stream().map(view -> new Fold(view).picture(bands)).toList();
    }

    private Picture picture(List<Lanes.Band> bands) {
        for (Lanes.Band band : bands) {
            band.hosts().forEach(host -> laneOf.put(host, lanes.size()));
            lanes.add(Lanes.lane(band, graph));
            hosts(band, lanes.size() - 1);
        }
        homeless();
        for (Layer layer : List.of(Layer.SWITCH, Layer.PORTAL, Layer.ARRAY, Layer.DEVICE, Layer.DATASTORE)) {
            shared(layer);
        }
        SortedSet<Edge> edges = new TreeSet<>();
        for (Edge edge : graph.edges()) {
            String from = standsFor.get(edge.from());
            String to = standsFor.get(edge.to());
            if (from != null && to != null) {
                edges.add(edge.between(from, to));
            }
        }
        return new Picture(graph, lanes, items, edges);
    }

    private List<Node> nodes(Layer layer) {
        return graph.nodes().values().stream().filter(n -> n.layer() == layer).toList();
    }

    /** Of hosts that are alike, parts of the first stand for those of the others. */
    private void hosts(Lanes.Band band, int lane) {
        if (!band.drawn()) {
            return;
        }
        Map<List<Object>, List<Node>> alike = new LinkedHashMap<>();
        List<Node> machines = new ArrayList<>();
        for (Node node : graph.nodes().values()) {
            if (node.host().filter(band.hosts()::contains).isPresent()) {
                if (node.layer() == Layer.MACHINE) {
                    machines.add(node);
                } else {
                    boolean own = node.layer() == Layer.DEVICE || node.layer() == Layer.DATASTORE;
                    alike.computeIfAbsent(
                                    List.of(node.layer(), own && band.hosts().size() > 1 ? "own" : node.label()),
                                    k -> new ArrayList<>())
                            .add(node);
                }
            }
        }
        alike.values().forEach(same -> add(lead(same, band.hosts().getFirst()), lane, same));
        boolean many = band.hosts().size() > 1;
        group(machines, MACHINES, lane, node -> List.of(state(node), many ? List.of() : below(node)));
    }

    private static Node lead(Collection<Node> same, String host) {
        return same.stream()
                .filter(n -> n.host().filter(host::equals).isPresent())
                .findFirst()
                .orElseGet(() -> same.iterator().next());
    }

    /** Machines that nobody knows the host of. */
    private void homeless() {
        List<Node> machines =
                nodes(Layer.MACHINE).stream().filter(n -> n.host().isEmpty()).toList();
        if (!machines.isEmpty()) {
            lanes.add(new Lane("on any host", Optional.empty(), List.of()));
            group(machines, 2 * MACHINES, lanes.size() - 1, node -> List.of(state(node), below(node)));
        }
    }

    private void shared(Layer layer) {
        List<Node> nodes = nodes(layer).stream().filter(n -> n.host().isEmpty()).toList();
        group(nodes, SHARED, -1, node -> List.of(state(node), below(node)));
    }

    private static String state(Node node) {
        return node.state() + " " + node.condition().word();
    }

    /** What carries a node, as it is drawn. */
    private SortedSet<String> below(Node node) {
        SortedSet<String> below = new TreeSet<>();
        carriers().getOrDefault(node.id(), List.of()).forEach(id -> below.add(standsFor.getOrDefault(id, id)));
        return below;
    }

    private final Map<String, List<String>> carriers = new HashMap<>();

    private Map<String, List<String>> carriers() {
        if (carriers.isEmpty()) {
            graph.edges()
                    .forEach(e -> carriers.computeIfAbsent(e.to(), k -> new ArrayList<>())
                            .add(e.from()));
        }
        return carriers;
    }

    /** Past so many, those of equal key become one. */
    private void group(List<Node> nodes, int most, int lane, Function<Node, Object> key) {
        Map<Object, List<Node>> alike = new LinkedHashMap<>();
        nodes.forEach(
                node -> alike.computeIfAbsent(nodes.size() > most ? key.apply(node) : node.id(), k -> new ArrayList<>())
                        .add(node));
        alike.values().forEach(same -> add(same.getFirst(), lane, same));
    }

    private void add(Node shown, int lane, List<Node> members) {
        List<Node> sorted = members.stream()
                .sorted((a, b) -> Names.NATURAL.compare(a.label(), b.label()))
                .toList();
        members.forEach(m -> standsFor.put(m.id(), shown.id()));
        boolean sameHost = lane < 0 || shown.layer() == Layer.MACHINE;
        Node drawn = sorted.size() == 1 || !sameHost ? shown : together(shown, sorted);
        items.put(shown.id(), new Item(drawn, lane, sorted));
    }

    private static Node together(Node shown, List<Node> members) {
        String names =
                String.join(", ", members.stream().limit(NAMED).map(Node::label).toList());
        return new Node(
                shown.id(),
                shown.layer(),
                shown.host(),
                members.size() + " " + shown.layer().plural(),
                members.size() > NAMED ? names + ", …" : names,
                shown.condition(),
                List.of());
    }
}
