package io.twinpath.model;

/** Whether a host answered, and who it is. */
public sealed interface HostFact {

    /** Stands for what a host did not tell of itself, as when only some of its answers were recorded. */
    String UNKNOWN = "unknown";

    /**
     * A host that answered.
     *
     * @param uuid its hardware identity, so that a plan is never run on another host behind the same name
     * @param version such as {@code 6.7.0}
     * @param build such as {@code 14320388}
     */
    record Reached(String uuid, String version, String build) implements HostFact {

        /** Whether it told who it is. Two hosts that did not are not one host. */
        public boolean identified() {
            return !uuid.isBlank() && !uuid.equals(UNKNOWN);
        }
    }

    /**
     * A host that could not be asked.
     *
     * @param cause why, by kind, for exit codes
     * @param reason a full sentence for people
     */
    record Unreached(Cause cause, String reason) implements HostFact {}

    /** Why a host could not be asked. */
    enum Cause {
        UNREACHABLE,
        UNTRUSTED,
        UNAUTHENTICATED,
        PROTOCOL
    }
}
