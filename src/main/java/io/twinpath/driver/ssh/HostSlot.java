package io.twinpath.driver.ssh;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Usage;
import io.twinpath.driver.ssh.SshConnection.Broken;
import java.time.Duration;
import java.util.Optional;

/**
 * All that a driver keeps of one host: its one connection, how often it logged in, what it cost. Sessions of the same host
 * take turns.
 */
final class HostSlot {

    private final SshTarget target;
    private final PinFile pins;
    private final Connector connector;
    private final SshLimits limits;
    private Optional<SshConnection> connection = Optional.empty();
    private Usage usage = Usage.NONE;
    private int attempts;
    private boolean textOnly;

    HostSlot(SshTarget target, PinFile pins, Connector connector, SshLimits limits) {
        this.target = target;
        this.pins = pins;
        this.connector = connector;
        this.limits = limits;
    }

    String host() {
        return target.host();
    }

    SshLimits limits() {
        return limits;
    }

    synchronized Usage usage() {
        return usage;
    }

    /** Whether this host refused the xml formatter. */
    synchronized boolean textOnly() {
        return textOnly;
    }

    synchronized void useText() {
        textOnly = true;
    }

    /** The open connection, or a new one. */
    synchronized SshConnection open() throws DriverException {
        if (connection.isPresent() && connection.orElseThrow().isOpen()) {
            return connection.orElseThrow();
        }
        close();
        if (attempts >= limits.logins()) {
            throw new DriverException(new DriverProblem.TooManyLogins(target.host(), attempts));
        }
        HostKeyCheck check = HostKeyCheck.of(target, pins);
        try {
            SshConnection fresh = connector.open(target, check);
            connection = Optional.of(fresh);
            usage = usage.plus(new Usage(1, 0, 0));
            return fresh;
        } finally {
            attempts += check.passed() ? 1 : 0;
        }
    }

    /** Runs a script that only reads. A kept connection that turns out dead is replaced once. */
    synchronized byte[] read(Script script) throws DriverException {
        boolean kept = connection.isPresent();
        try {
            return run(script, limits.read());
        } catch (Broken e) {
            if (kept && !e.flooded() && !Thread.currentThread().isInterrupted() && attempts < limits.logins()) {
                return readAgain(script);
            }
            throw lost(e);
        }
    }

    private byte[] readAgain(Script script) throws DriverException {
        try {
            return run(script, limits.read());
        } catch (Broken e) {
            throw lost(e);
        }
    }

    private DriverException lost(Broken e) {
        return new DriverException(
                e.flooded()
                        ? new DriverProblem.Framing(target.host(), e.why())
                        : new DriverProblem.Lost(target.host(), e.why()));
    }

    /** Runs a script that changes the host; once it may have been sent, every failure is in doubt. */
    synchronized byte[] change(Script script, Duration limit) throws DriverException, Broken {
        return run(script, limit);
    }

    private byte[] run(Script script, Duration limit) throws DriverException, Broken {
        SshConnection open = open();
        usage = usage.plus(new Usage(0, 1, script.calls()));
        return open.run(script, limit, limits.output());
    }

    synchronized void close() {
        connection.ifPresent(SshConnection::close);
        connection = Optional.empty();
    }
}
