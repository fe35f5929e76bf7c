package io.twinpath.lab.ssh;

/** One host's SSH server, listening on 127.0.0.1 from its making until it is closed. Safe for use by several threads. */
public final class SshHost implements AutoCloseable {

    private final HostSettings settings;

    SshHost(SshSite site, HostSettings settings, CommandHandler handler) {
        this.settings = settings;
    }

    public String name() {
        return settings.name();
    }

    public int port() {
        return settings.port();
    }

    public HostKey key() {
        return settings.key();
    }

    /**
     * Cuts the host off or connects it again, on the same port. While cut off, sessions end without a goodbye and new
     * connections are closed before the first byte.
     */
    public void unreachable(boolean cut) {}

    /** While hanging, logins work and commands are received, but none starts and none answers. */
    public void hanging(boolean hangs) {}

    @Override
    public void close() {}
}
