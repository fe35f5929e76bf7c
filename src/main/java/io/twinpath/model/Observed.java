package io.twinpath.model;

/** What a host said about one resource. Not being able to read it is not the same as its absence. */
public sealed interface Observed<D extends Record & Desired> {

    record Present<D extends Record & Desired>(D value) implements Observed<D> {}

    record Absent<D extends Record & Desired>() implements Observed<D> {}

    /**
     * The host could not be asked, or its answer could not be understood.
     *
     * @param reason a full sentence; quotes the host where the host said something
     */
    record Unreadable<D extends Record & Desired>(String reason) implements Observed<D> {}
}
