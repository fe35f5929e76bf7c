package io.twinpath.graph;

import java.util.List;

/**
 * How a part is.
 *
 * @param word in one or a few words, such as {@code stalled}; empty when there is nothing to say
 * @param because from the part to the cause, or as sentences; empty when there is nothing to say
 */
public record Condition(State state, String word, List<String> because) {

    public static final Condition FINE = new Condition(State.OK, "", List.of());

    public Condition {
        because = List.copyOf(because);
    }

    static Condition failed() {
        return new Condition(State.FAILED, "failed", List.of());
    }

    static Condition lost(String word, String... because) {
        return new Condition(State.LOST, word, List.of(because));
    }

    static Condition degraded(String word, String... because) {
        return new Condition(State.DEGRADED, word, List.of(because));
    }

    boolean gone() {
        return state.gone();
    }
}
