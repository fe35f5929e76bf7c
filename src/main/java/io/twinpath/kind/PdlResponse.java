package io.twinpath.kind;

/** What HA does with a virtual machine whose storage says that it is gone for good. */
public enum PdlResponse {
    DISABLED("disabled"),
    WARNING("warning"),
    RESTART("restartAggressive");

    private final String word;

    PdlResponse(String word) {
        this.word = word;
    }

    /** The value of {@code vmStorageProtectionForPDL}; there is no cautious restart. */
    public String word() {
        return word;
    }
}
