package io.twinpath.rig;

import java.util.Optional;

/** Why HA cannot start a machine on a host; the first reason that is found, in the order that is written here. */
record Refusal(String host, Why why, String what) {

    static Optional<Refusal> of(String host, Why why, String what) {
        return Optional.of(new Refusal(host, why, what));
    }

    /** The kinds of reasons; what they are about is said beside them. */
    enum Why {
        /** It is the host that the machine has to leave. */
        OWN,
        DOWN,
        CUT_OFF,
        MAINTENANCE,
        /** It has no such datastore. */
        NOT_MOUNTED,
        /** It has the datastore and does not reach it. */
        NOT_REACHED,
        NETWORK,
        TIE,
        CPU,
        MEMORY,
        RULE
    }
}
