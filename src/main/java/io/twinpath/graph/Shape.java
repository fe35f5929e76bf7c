package io.twinpath.graph;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a host looks like without its name and its addresses: hosts of equal shape are told from each other by their names alone. */
final class Shape {

    /** Layers whose notes say what something is, and not which one it is. */
    private static final Set<Layer> TELLING = EnumSet.of(Layer.CARD, Layer.VSWITCH, Layer.PORT_GROUP);

    private final Graph graph;
    private final Map<String, List<Node>> byHost = new HashMap<>();
    private final Map<String, List<Edge>> byNode = new HashMap<>();

    Shape(Graph graph) {
        this.graph = graph;
        graph.nodes()
                .values()
                .forEach(n -> n.host()
                        .ifPresent(h -> byHost.computeIfAbsent(h, k -> new ArrayList<>())
                                .add(n)));
        graph.edges().forEach(e -> {
            byNode.computeIfAbsent(e.from(), k -> new ArrayList<>()).add(e);
            byNode.computeIfAbsent(e.to(), k -> new ArrayList<>()).add(e);
        });
    }

    /** Equal for hosts that look the same. */
    String of(String host) {
        HostNode frame = graph.hosts().get(host);
        if (frame == null) {
            return "absent";
        }
        TreeSet<String> lines = new TreeSet<>();
        lines.add(state(frame.condition()));
        for (Node node : byHost.getOrDefault(host, List.of())) {
            if (node.layer() == Layer.MACHINE) {
                lines.add("machine " + state(node.condition()));
            } else {
                lines.add(name(node) + " " + (TELLING.contains(node.layer()) ? node.note() : "")
                        + state(node.condition()));
                byNode.getOrDefault(node.id(), List.of()).stream()
                        .filter(e -> layer(e.to()) != Layer.MACHINE)
                        .forEach(e -> lines.add(
                                name(e.from()) + ">" + name(e.to()) + " " + e.kind() + (e.dead() ? " dead" : "")));
            }
        }
        return String.join("\n", lines);
    }

    private static String state(Condition condition) {
        return condition.state() + " " + condition.word();
    }

    private Layer layer(String id) {
        return graph.node(id).layer();
    }

    private String name(String id) {
        return name(graph.node(id));
    }

    /** Disks and volumes of a host's own are as good as each other. */
    private static String name(Node node) {
        return node.host().isEmpty()
                ? node.id()
                : switch (node.layer()) {
                    case DEVICE, DATASTORE -> node.layer() + " of its own";
                    case MACHINE, SWITCH, CARD, NIC, VSWITCH, PORT_GROUP, VMK, PATH, PORTAL, ARRAY ->
                        node.layer() + " " + node.label();
                };
    }
}
