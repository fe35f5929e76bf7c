package io.twinpath.kind;

/** What HA does when paths come back after they counted as lost, and before the delay has ended. */
public enum ApdCleared {
    NONE("none"),
    RESET("reset");

    private final String word;

    ApdCleared(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
