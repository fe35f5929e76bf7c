package io.twinpath.graph;

/** What a failure has made of a part, from harmless to worst. */
public enum State {
    OK,
    /** It does its work, or part of it, with less behind it than there was. */
    DEGRADED,
    /** It is taken down by something else, or was out of order before. */
    LOST,
    /** It is what failed. */
    FAILED;

    /** Whether it does nothing any more. */
    public boolean gone() {
        return this == LOST || this == FAILED;
    }

    State or(State other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
