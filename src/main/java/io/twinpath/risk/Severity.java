package io.twinpath.risk;

/** How much a finding weighs by itself, before policies; the worst first. */
public enum Severity {
    /** One failure stops virtual machines, takes their storage or cuts a host off, or something of that kind is so already. */
    HIGH,
    /** A safeguard is missing or would not act, so that a failure costs more than it has to. */
    MEDIUM,
    /** It is better otherwise; nothing depends on it today. */
    LOW
}
