package io.twinpath.lab.soap;

import java.util.Optional;

/** Who answers the calls that a server receives. Called by several threads at once. */
@FunctionalInterface
public interface SoapHandler {

    /**
     * Carries out one call or throws a {@link SoapFault}.
     *
     * @param session what the client sent as its session; empty for nothing
     */
    Answer call(Element method, Optional<String> session);

    /**
     * What a call came to.
     *
     * @param result empty for a method that returns nothing
     * @param session a session that begins with this answer; empty for none
     */
    record Answer(Optional<? extends Value> result, Optional<String> session) {

        public static Answer of(Optional<? extends Value> result) {
            return new Answer(result, Optional.empty());
        }
    }
}
