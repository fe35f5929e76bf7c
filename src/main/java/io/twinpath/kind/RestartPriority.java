package io.twinpath.kind;

/** Which virtual machines HA restarts first. */
public enum RestartPriority {
    DISABLED,
    LOWEST,
    LOW,
    MEDIUM,
    HIGH,
    HIGHEST
}
