package io.twinpath.lab.ssh;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/**
 * One host's SSH server, listening on 127.0.0.1 from its making until it is closed. Safe for use by several threads.
 *
 * <p>At most {@value #MOST_SESSIONS} connections are open at a time; one more is closed at once, as by
 * sshd's {@code MaxStartups}. There is no sftp and no forwarding. A command that has begun goes on when its client
 * leaves, as on a real host.
 */
public final class SshHost implements AutoCloseable {

    static final int MOST_SESSIONS = 100;

    /** What an ESXi host of release 8 says, in form: ESXi ships OpenSSH. */
    private static final String IDENTIFICATION = "OpenSSH_9.3";

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_AUTH_REQUESTS = 6;

    private final HostSettings settings;
    private final Commands commands;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final int port;
    private volatile boolean cut;
    private volatile boolean stopped;
    private volatile boolean refusing;

    SshHost(HostSettings settings, Commands commands, SharedThreads threads, InstantSource clock) throws IOException {
        this.settings = settings;
        this.commands = commands;
        configure(threads, new Doorkeeper(settings.logins(), clock));
        server.start();
        port = server.getPort();
    }

    private void configure(SharedThreads threads, Doorkeeper doorkeeper) {
        server.setHost(LOOPBACK);
        server.setPort(settings.port());
        server.setKeyPairProvider(KeyPairProvider.wrap(settings.key().pair()));
        server.setIoServiceFactoryFactory(threads);
        server.setScheduledExecutorService(threads.timer(), false);
        server.addSessionListener(new Door());
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        server.setPasswordAuthenticator((user, password, session) -> doorkeeper.password(user, password));
        server.setPublickeyAuthenticator((user, key, session) -> doorkeeper.key(user, key));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setSubsystemFactories(List.of());
        server.setCommandFactory((channel, line) -> commands.command(line));
        server.setShellFactory(channel -> commands.login());
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, IDENTIFICATION);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MOST_AUTH_REQUESTS);
    }

    public String name() {
        return settings.name();
    }

    /** The port it listens on, also while it is unreachable. */
    public int port() {
        return port;
    }

    public HostKey key() {
        return settings.key();
    }

    /**
     * Cuts the host off or connects it again, on the same port. While cut off, sessions end without a goodbye and new
     * connections are closed as soon as they are accepted. Commands that run go on.
     */
    public void unreachable(boolean isCut) {
        cut = isCut;
        if (isCut) {
            server.getActiveSessions().forEach(session -> session.close(true));
        }
    }

    /** Stops the service or starts it again: while stopped, sessions go on and new connections are closed at once. */
    public void stopped(boolean isStopped) {
        stopped = isStopped;
    }

    /** While refusing, sessions that are open go on and no new one begins, as behind a firewall that has been closed. */
    public void refusing(boolean refuses) {
        refusing = refuses;
    }

    /**
     * While hanging, logins work and commands are received, but none starts and none answers, as when hostd is stuck.
     * Those that wait start when it ends; those whose client has left by then never do.
     */
    public void hanging(boolean hangs) {
        commands.hanging(hangs);
    }

    /** Ends the listener, all sessions and all commands. */
    @Override
    public void close() {
        cut = true;
        commands.close();
        try {
            server.stop(true);
        } catch (IOException e) {
            // Whatever the socket says, nothing is left to be done with it.
            cut = true;
        }
    }

    /** Turns connections away at once when the host is cut off or full. */
    private final class Door implements SessionListener {

        @Override
        public void sessionCreated(Session session) {
            if (cut || stopped || refusing || server.getActiveSessions().size() > MOST_SESSIONS) {
                session.close(true);
            }
        }
    }
}
