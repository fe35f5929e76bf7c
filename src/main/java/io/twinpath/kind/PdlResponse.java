package io.twinpath.kind;

/** What HA does with a virtual machine whose storage says that it is gone for good. */
public enum PdlResponse {
    DISABLED,
    WARNING,
    RESTART
}
