package io.twinpath.graph;

import java.util.Comparator;

/**
 * A line from what carries to what is carried.
 *
 * @param from the id of a node
 * @param to the id of a node
 * @param dead whether nothing goes over it
 */
public record Edge(String from, String to, Kind kind, boolean dead) implements Comparable<Edge> {

    private static final Comparator<Edge> ORDER = Comparator.comparing(Edge::from)
            .thenComparing(Edge::to)
            .thenComparing(Edge::kind)
            .thenComparing(Edge::dead);

    /** What a line stands for. */
    public enum Kind {
        CABLE,
        CARRIES,
        /** It carries when others do not. */
        STANDBY
    }

    @Override
    public int compareTo(Edge other) {
        return ORDER.compare(this, other);
    }

    Edge between(String newFrom, String newTo) {
        return new Edge(newFrom, newTo, kind, dead);
    }
}
