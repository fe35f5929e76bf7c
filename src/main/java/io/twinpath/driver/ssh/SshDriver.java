package io.twinpath.driver.ssh;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.Usage;
import io.twinpath.driver.Writer;
import io.twinpath.model.Transport;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hosts over SSH. Keeps one connection per host for the next session, up to a number that leaves file descriptors for
 * others; close it to let go of them.
 */
public final class SshDriver implements Driver {

    private static final int KEPT = 128;

    private final Map<String, HostSlot> slots = new TreeMap<>();
    private final ScheduledThreadPoolExecutor watchdog;
    private final AtomicInteger sessions = new AtomicInteger();
    private final Secrets secrets;

    /** @param agent the socket of an SSH agent ({@code SSH_AUTH_SOCK}), for hosts that have neither password nor key */
    public SshDriver(
            Collection<SshTarget> targets, PinFile pins, Secrets secrets, Optional<Path> agent, SshLimits limits) {
        this.secrets = secrets;
        this.watchdog = Watchdog.start();
        Connector connector = new Connector(secrets, agent, limits, watchdog);
        for (SshTarget target : targets) {
            slots.put(target.host(), new HostSlot(target, pins, connector, limits));
        }
    }

    @Override
    public List<Transport> ways(String place) {
        return Driver.sshToHosts(place);
    }

    @Override
    public Reader reader(String host) throws DriverException {
        return open(slot(host));
    }

    @Override
    public Writer writer(String host) throws DriverException {
        HostSlot slot = slot(host);
        return new SshWriter(slot, open(slot), secrets);
    }

    private SshReader open(HostSlot slot) throws DriverException {
        slot.open();
        sessions.incrementAndGet();
        return new SshReader(slot, () -> release(slot));
    }

    private void release(HostSlot slot) {
        if (sessions.decrementAndGet() >= 0 && slots.size() > KEPT) {
            slot.close();
        }
    }

    private HostSlot slot(String host) throws DriverException {
        return Optional.ofNullable(slots.get(host))
                .orElseThrow(() -> new DriverException(
                        new DriverProblem.Unreachable(host, "SSH", "the spec does not say how to reach it")));
    }

    @Override
    public Usage usage(String host) {
        return Optional.ofNullable(slots.get(host)).map(HostSlot::usage).orElse(Usage.NONE);
    }

    @Override
    public void close() {
        slots.values().forEach(HostSlot::close);
        watchdog.shutdownNow();
    }
}
