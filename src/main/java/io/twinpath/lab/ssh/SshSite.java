package io.twinpath.lab.ssh;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.server.SshServer;

/** The SSH servers of a simulated site and the threads that they share. Closing it closes every host. */
public final class SshSite implements AutoCloseable {

    /** Clients that drop a connection are daily business here; held strongly so that the level stays. */
    private static final Logger QUIET = Logger.getLogger("org.apache.sshd");

    private final InstantSource clock;
    private final CommandLog log;
    private final SharedThreads threads;
    private final Set<SshHost> hosts = ConcurrentHashMap.newKeySet();

    static {
        QUIET.setLevel(Level.OFF);
    }

    /**
     * A site without hosts.
     *
     * @param clock for the log and for how long a login stays locked
     * @param log is told of every command
     */
    public SshSite(InstantSource clock, CommandLog log) {
        this.clock = clock;
        this.log = log;
        this.threads = new SharedThreads();
    }

    /**
     * Starts to load, on a thread of its own, what the first host would wait for: elliptic curves and the server's classes.
     * Worth calling before other work that takes as long.
     */
    public static void prepare() {
        Thread.ofPlatform().daemon().name("lab-ssh-prepare").start(() -> {
            HostKey.generate();
            SshServer.setUpDefaultServer();
        });
    }

    /** Starts the server of one host; it can be connected to when this returns. */
    public SshHost open(HostSettings settings, CommandHandler handler) throws IOException {
        SshHost host =
                new SshHost(settings, new Commands(settings.name(), handler, log, clock, threads), threads, clock);
        hosts.add(host);
        return host;
    }

    /** Ends every session and command, and returns when the threads are gone or after a few seconds. */
    @Override
    public void close() {
        hosts.forEach(SshHost::close);
        threads.close();
    }
}
