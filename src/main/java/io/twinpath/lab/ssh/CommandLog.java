package io.twinpath.lab.ssh;

import java.time.Instant;
import java.util.Optional;

/** Is told of every command that a host received, after it ended. Called by several threads at once. */
@FunctionalInterface
public interface CommandLog {

    /**
     * @param received when the command came in, by the site's clock
     * @param host the name of the host
     * @param command the command line, verbatim; empty for a login without one
     * @param exit the exit code; empty when the client left or the host was cut off before the command ended
     */
    void ran(Instant received, String host, String command, Optional<Integer> exit);
}
