package io.twinpath.lab.ssh;

import java.io.IOException;
import java.time.InstantSource;

/** The SSH servers of a simulated site and the threads that they share. Closing it closes every host. */
public final class SshSite implements AutoCloseable {

    final InstantSource clock;
    final CommandLog log;

    public SshSite(InstantSource clock, CommandLog log) {
        this.clock = clock;
        this.log = log;
    }

    /** Starts the server of one host; it can be connected to when this returns. */
    public SshHost open(HostSettings settings, CommandHandler handler) throws IOException {
        return new SshHost(this, settings, handler);
    }

    @Override
    public void close() {}
}
