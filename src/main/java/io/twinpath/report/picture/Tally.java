package io.twinpath.report.picture;

import io.twinpath.graph.Graph;
import io.twinpath.graph.Layer;
import io.twinpath.graph.Node;
import io.twinpath.graph.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is not as it should be, counted, such as "9 machines stalled".
 *
 * @param state the worst first
 * @param heavy whether people ask for it first: hosts, machines and what they lie on
 */
record Tally(int count, String what, State state, boolean heavy) {

    private static final Set<Layer> HEAVY = EnumSet.of(Layer.MACHINE, Layer.DATASTORE);

    String text() {
        return count + " " + what;
    }

    /** Lost things before degraded ones, and machines before what is below them. */
    static List<Tally> of(Graph graph) {
        List<Tally> tallies = new ArrayList<>();
        for (State state : List.of(State.FAILED, State.LOST, State.DEGRADED)) {
            graph.hosts().values().stream()
                    .filter(h -> h.state() == state)
                    .collect(Collectors.groupingBy(h -> h.condition().word(), LinkedHashMap::new, Collectors.toList()))
                    .forEach((word, hosts) -> tallies.add(
                            new Tally(hosts.size(), (hosts.size() == 1 ? "host " : "hosts ") + word, state, true)));
            for (Layer layer : List.of(Layer.values()).reversed()) {
                nodes(graph, layer, state, tallies);
            }
        }
        return tallies;
    }

    private static void nodes(Graph graph, Layer layer, State state, List<Tally> into) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        graph.nodes().values().stream()
                .filter(n -> n.layer() == layer && n.state() == state)
                .forEach(n -> counts.merge(kind(n), 1, Integer::sum));
        counts.forEach((kind, count) -> into.add(new Tally(
                count, (count == 1 ? kind.get(0) : kind.get(1)) + " " + kind.get(2), state, HEAVY.contains(layer))));
    }

    /** One, many, and how they are; words with figures in them are too many to count apart for parts of a host. */
    private static List<String> kind(Node node) {
        String word = node.condition().word();
        boolean own = node.layer().ofHost() && node.layer() != Layer.MACHINE;
        String how =
                word.isEmpty() || (own && word.chars().anyMatch(Character::isDigit)) ? Words.state(node.state()) : word;
        return Words.management(node)
                ? List.of("management", "managements", how)
                : List.of(node.layer().word(), node.layer().plural(), how);
    }

    static String sentence(Graph graph) {
        List<Tally> tallies = of(graph);
        return tallies.isEmpty()
                ? "Everything works."
                : tallies.stream().map(Tally::text).collect(Collectors.joining(", ")) + ".";
    }
}
