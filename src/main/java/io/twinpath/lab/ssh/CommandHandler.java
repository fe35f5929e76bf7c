package io.twinpath.lab.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** What a host does with a command that came in over SSH. Called by several threads at once. */
@FunctionalInterface
public interface CommandHandler {

    /**
     * Runs to the end. It goes on when the client leaves; the thread is interrupted when the host closes.
     *
     * @param user the login name
     * @param command the command line as it was received; empty for a login without one, whose commands come on {@code in}
     * @param in the client's input; reading blocks until the client sends something or closes it
     * @return the exit code, 0 to 255
     */
    int run(String user, Optional<String> command, InputStream in, OutputStream out, OutputStream err)
            throws IOException;
}
