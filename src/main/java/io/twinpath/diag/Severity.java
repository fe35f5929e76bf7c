package io.twinpath.diag;

/** How much a diagnostic weighs: an {@link #ERROR} stops the run, the others do not. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
