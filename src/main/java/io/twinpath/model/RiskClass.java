package io.twinpath.model;

/** How much a step can break. */
public enum RiskClass {
    /** Adds something that nothing uses yet. */
    HARMLESS,
    /** Changes a setting of a virtual machine. */
    VM,
    /** Changes a setting of the host with effect on that host only. */
    HOST,
    /** Can cut the host's management or its storage. */
    LIFELINE
}
