package io.twinpath.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a plan does to a part. */
public enum Mark {
    ADDED("new"),
    REMOVED("goes"),
    CHANGED("changes");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * What becomes of the parts of one state on the way to another, by id. Parts that stay as they are have no mark; whether they work is
     * not looked at.
     *
     * @param coming whether {@code here} is the later state
     */
    public static Map<String, Mark> of(Graph here, Graph there, boolean coming) {
        Map<String, List<Object>> mine = known(here);
        Map<String, List<Object>> others = known(there);
        Map<String, Mark> marks = new TreeMap<>();
        mine.forEach((id, facts) -> {
            List<Object> other = others.get(id);
            if (other == null) {
                marks.put(id, coming ? ADDED : REMOVED);
            } else if (!other.equals(facts)) {
                marks.put(id, CHANGED);
            }
        });
        return marks;
    }

    private static boolean ofHost(Graph graph, String id) {
        return graph.node(id).host().isPresent();
    }

    /** What hosts share does not change with the number of those that lead to it. */
    private static Map<String, List<Object>> known(Graph graph) {
        Map<String, SortedSet<String>> carriers = new HashMap<>();
        graph.edges().stream()
                .filter(e -> ofHost(graph, e.to()) || !ofHost(graph, e.from()))
                .forEach(e ->
                        carriers.computeIfAbsent(e.to(), k -> new TreeSet<>()).add(e.kind() + " " + e.from()));
        Map<String, List<Object>> known = new HashMap<>();
        for (Node node : graph.nodes().values()) {
            known.put(
                    node.id(),
                    List.of(node.label(), node.note(), node.host(), new ArrayList<>(node.facts()), (Collection<String>)
                            carriers.getOrDefault(node.id(), new TreeSet<>())));
        }
        return known;
    }
}
