package io.twinpath.kind;

/** What a host does with its virtual machines when it cannot reach the others. */
public enum IsolationResponse {
    NONE("none"),
    SHUTDOWN("shutdown"),
    POWER_OFF("powerOff");

    private final String word;

    IsolationResponse(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
