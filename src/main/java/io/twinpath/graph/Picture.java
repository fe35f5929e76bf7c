package io.twinpath.graph;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A graph as it is drawn, with what is alike drawn once.
 *
 * @param lanes from top to bottom
 * @param items by id
 * @param edges between items
 */
public record Picture(Graph graph, List<Lane> lanes, SortedMap<String, Item> items, SortedSet<Edge> edges) {
    public Picture {
        lanes = List.copyOf(lanes);
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
        edges = Collections.unmodifiableSortedSet(new TreeSet<>(edges));
    }

    /** In one layer of one lane, by name. */
    public List<Item> in(Layer layer, int lane) {
        return items.values().stream()
                .filter(i -> i.node().layer() == layer && i.lane() == lane)
                .sorted((a, b) ->
                        Names.NATURAL.compare(a.node().label(), b.node().label()))
                .toList();
    }

    /** One that is there. */
    public Item item(String id) {
        return Objects.requireNonNull(items.get(id), id);
    }

    /** What is not as it should be, of a state, hosts not among it. */
    public List<Node> in(State state) {
        return graph.nodes().values().stream().filter(n -> n.state() == state).toList();
    }
}
