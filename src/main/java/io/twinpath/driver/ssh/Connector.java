package io.twinpath.driver.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Logger;
import com.jcraft.jsch.Session;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Secrets;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Opens connections: TCP, host key, login. Knows JSch's settings and what its failures mean. */
final class Connector {

    private static final String KEX = "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,"
            + "ecdh-sha2-nistp384,ecdh-sha2-nistp521,diffie-hellman-group-exchange-sha256,"
            + "diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group14-sha256";
    private static final String CIPHERS =
            "aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr";
    private static final String MACS =
            "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com," + "hmac-sha2-256,hmac-sha2-512";
    private static final String KEYS =
            "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521," + "rsa-sha2-512,rsa-sha2-256";
    private static final long PAUSE_MILLIS = 200;
    private static final int LONGEST_SHOWN = 200;

    /** JSch logs what it sends and whom it is; nobody may turn that on. */
    private static final Logger SILENT = new Logger() {
        @Override
        public boolean isEnabled(int level) {
            return false;
        }

        @Override
        public void log(int level, String message) {}
    };

    private final Secrets secrets;
    private final Optional<Path> agent;
    private final SshLimits limits;
    private final ScheduledExecutorService watchdog;

    Connector(Secrets secrets, Optional<Path> agent, SshLimits limits, ScheduledExecutorService watchdog) {
        this.secrets = secrets;
        this.agent = agent;
        this.limits = limits;
        this.watchdog = watchdog;
    }

    /**
     * Connects and logs in. A connection that is reset before the host shows its key is tried once more: that is how
     * {@code sshd} turns away more than it wants at a time.
     */
    SshConnection open(SshTarget target, HostKeyCheck check) throws DriverException {
        Wire first = new Wire(limits.connect());
        try {
            return attempt(target, check, first);
        } catch (DriverException e) {
            if (!first.ended() || check.shown().isPresent()) {
                throw e;
            }
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(target, "it was interrupted");
        }
        return attempt(target, check, new Wire(limits.connect()));
    }

    private SshConnection attempt(SshTarget target, HostKeyCheck check, Wire wire) throws DriverException {
        JSch jsch = new JSch();
        jsch.setInstanceLogger(SILENT);
        Login login = Login.prepare(jsch, target, secrets, agent);
        Session session = connected(jsch, target, check, wire, login);
        return new SshConnection(session, wire, watchdog, login.keys());
    }

    private Session connected(JSch jsch, SshTarget target, HostKeyCheck check, Wire wire, Login login)
            throws DriverException {
        Future<?> cutting = watchdog.schedule(wire::cut, limits.login().toMillis(), TimeUnit.MILLISECONDS);
        try {
            Session session = jsch.getSession(target.user(), target.address(), target.port());
            configure(session, check, login);
            session.setSocketFactory(wire);
            session.connect(Math.toIntExact(limits.connect().toMillis()));
            return session;
        } catch (JSchException | RuntimeException e) {
            wire.close();
            throw failure(e, target, check, wire, login);
        } finally {
            cutting.cancel(false);
        }
    }

    private void configure(Session session, HostKeyCheck check, Login login) throws JSchException {
        session.setLogger(SILENT);
        session.setDaemonThread(true);
        session.setUserInfo(login);
        session.setHostKeyRepository(check);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("server_host_key", check.algorithms());
        session.setConfig("prefer_known_host_key_types", "no");
        session.setConfig("host_certificate_to_key_fallback", "no");
        session.setConfig("kex", KEX);
        session.setConfig("cipher.c2s", CIPHERS);
        session.setConfig("cipher.s2c", CIPHERS);
        session.setConfig("mac.c2s", MACS);
        session.setConfig("mac.s2c", MACS);
        session.setConfig("PubkeyAcceptedAlgorithms", KEYS);
        session.setConfig("PreferredAuthentications", login.methods());
        session.setConfig("NumberOfPasswordPrompts", "1");
        // The interval counts before the first question too, so two questions make three intervals of silence.
        session.setServerAliveInterval(Math.toIntExact(limits.keepalive().toMillis()));
        session.setServerAliveCountMax(2);
    }

    private DriverException failure(Exception e, SshTarget target, HostKeyCheck check, Wire wire, Login login) {
        if (check.objection().isPresent()) {
            return new DriverException(check.objection().orElseThrow());
        }
        if (login.trouble().isPresent()) {
            return login.trouble().orElseThrow();
        }
        if (wire.notConnected().isPresent()) {
            return unreachable(target, why(wire.notConnected().orElseThrow()));
        }
        if (wire.wasCut()) {
            return unreachable(
                    target, "the login did not end in " + limits.login().toSeconds() + " s");
        }
        if (e instanceof JSchAlgoNegoFailException weak) {
            return new DriverException(new DriverProblem.WeakAlgorithms(
                    target.host(), shown(weak.getAlgorithmName()), shown(weak.getServerProposal())));
        }
        if (wire.ended()) {
            return unreachable(
                    target,
                    check.passed() ? "it closed the connection during the login" : "it closed the connection at once");
        }
        if (check.passed()) {
            return new DriverException(new DriverProblem.Refused(target.host(), target.user()));
        }
        return e.getCause() instanceof SocketTimeoutException
                ? unreachable(target, "no answer in " + limits.connect().toSeconds() + " s")
                : new DriverException(
                        new DriverProblem.Framing(target.host(), "what listens there does not speak SSH 2"));
    }

    private static DriverException unreachable(SshTarget target, String why) {
        return new DriverException(new DriverProblem.Unreachable(target.host(), target.endpoint(), why));
    }

    private String why(IOException e) {
        return switch (e) {
            case UnknownHostException u -> "the name is not known";
            case NoRouteToHostException n -> "there is no route to it";
            case SocketTimeoutException s -> "no answer in " + limits.connect().toSeconds() + " s";
            case ConnectException c -> "connection refused";
            default -> "it closed the connection at once";
        };
    }

    /** What a stranger sent, fit to be shown. */
    private static String shown(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9@.,_-]", "?");
        return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
    }
}
