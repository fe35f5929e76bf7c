package io.twinpath.kind;

/** What HA does with a virtual machine whose storage has lost all paths without a word from the array. */
public enum ApdResponse {
    DISABLED("disabled"),
    WARNING("warning"),
    /** Restart it elsewhere when another host is known to be able to run it. */
    RESTART_CONSERVATIVE("restartConservative"),
    /** Restart it elsewhere also when that is not known. */
    RESTART_AGGRESSIVE("restartAggressive");

    private final String word;

    ApdResponse(String word) {
        this.word = word;
    }

    /** The value of {@code vmStorageProtectionForAPD}. */
    public String word() {
        return word;
    }
}
