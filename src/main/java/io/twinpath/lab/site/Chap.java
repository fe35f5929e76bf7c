package io.twinpath.lab.site;

/** One-way CHAP of the initiator. */
public final class Chap {

    /** {@code prohibited}, {@code discouraged}, {@code preferred} or {@code required}. */
    public String level = "prohibited";

    public String user = "";

    /** Kept only so that a later read can tell whether one is set; never printed. */
    public String secret = "";
}
