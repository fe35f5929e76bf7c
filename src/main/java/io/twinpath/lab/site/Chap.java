package io.twinpath.lab.site;

/** CHAP of the initiator in one direction. */
public final class Chap {

    /** {@code prohibited}, {@code discouraged}, {@code preferred} or {@code required}. */
    public String level = "prohibited";

    public String user = "";

    /** Kept only so that a later read can tell whether one is set; never printed. */
    public String secret = "";
}
