package io.twinpath.kind;

/** Who decides where a virtual machine runs. */
public enum DrsAutomation {
    /** DRS recommends, people decide. */
    MANUAL("manual"),
    /** DRS decides where it starts, and recommends moves. */
    PARTIAL("partiallyAutomated"),
    /** DRS decides and moves. */
    FULL("fullyAutomated");

    private final String word;

    DrsAutomation(String word) {
        this.word = word;
    }

    /** The value of {@code DrsBehavior}. */
    public String word() {
        return word;
    }
}
