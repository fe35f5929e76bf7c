package io.twinpath.graph;

import io.twinpath.rig.Effects;
import io.twinpath.rig.Rig;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A site as parts in layers. Equal sites in equal trouble are equal graphs.
 *
 * @param hosts by name
 * @param nodes by id
 * @param edges between nodes that are there
 * @param failed what fails in it, as people write it; empty when nothing does
 * @param assumed what it rests on beside the facts, as sentences
 */
public record Graph(
        SortedMap<String, HostNode> hosts,
        SortedMap<String, Node> nodes,
        SortedSet<Edge> edges,
        SortedSet<String> failed,
        SortedSet<String> assumed) {
    public Graph {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
        edges = Collections.unmodifiableSortedSet(new TreeSet<>(edges));
        failed = Collections.unmodifiableSortedSet(new TreeSet<>(failed));
        assumed = Collections.unmodifiableSortedSet(new TreeSet<>(assumed));
    }

    /** One that is there. */
    public Node node(String id) {
        return Objects.requireNonNull(nodes.get(id), id);
    }

    /**
     * What is there, and what has become of it.
     *
     * @param already what is out of order while nothing fails
     * @param effects of what fails on top of that
     */
    public static Graph of(Rig rig, Effects already, Effects effects) {
        return new Draft(rig, new Harm(rig, already, effects)).graph(effects);
    }
}
