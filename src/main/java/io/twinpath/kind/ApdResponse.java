package io.twinpath.kind;

/** What HA does with a virtual machine whose storage has lost all paths without a word from the array. */
public enum ApdResponse {
    DISABLED,
    WARNING,
    /** Restart it elsewhere when another host is known to be able to run it. */
    RESTART_CONSERVATIVE,
    /** Restart it elsewhere also when that is not known. */
    RESTART_AGGRESSIVE
}
