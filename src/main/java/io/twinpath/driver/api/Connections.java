package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The connections with one server: as many as there are threads that talk to it, up to a limit, kept for the next call. */
final class Connections implements AutoCloseable {

    private final ApiTarget target;
    private final CertificatePins pins;
    private final ApiLimits limits;
    private final ScheduledExecutorService watchdog;
    private final Semaphore permits;
    private final Deque<Channel> idle = new ArrayDeque<>();
    private Optional<SSLContext> context = Optional.empty();
    private Optional<CertificateCheck> check = Optional.empty();

    Connections(ApiTarget target, CertificatePins pins, ApiLimits limits, ScheduledExecutorService watchdog) {
        this.target = target;
        this.pins = pins;
        this.limits = limits;
        this.watchdog = watchdog;
        this.permits = new Semaphore(limits.connections(), true);
    }

    /**
     * One exchange over a connection that has not lain idle for longer than told, or over a new one.
     *
     * @throws DriverException when there is no connection; then nothing was sent
     */
    <T> T post(String head, byte[] body, Duration limit, Duration idleAtMost, Channel.Taking<T> taking)
            throws DriverException, Broken {
        acquire(limit);
        try {
            Channel channel = channel(idleAtMost);
            try {
                return channel.post(head, body, limit, limits.answer(), taking);
            } finally {
                give(channel);
            }
        } finally {
            permits.release();
        }
    }

    private void acquire(Duration limit) throws DriverException {
        try {
            if (permits.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DriverException(new DriverProblem.Unreachable(
                target.place(), target.endpoint(), "all connections were in use for too long"));
    }

    private Channel channel(Duration idleAtMost) throws DriverException {
        synchronized (this) {
            while (!idle.isEmpty()) {
                Channel kept = idle.pop();
                if (kept.usable() && kept.idle().compareTo(idleAtMost) < 0) {
                    return kept;
                }
                kept.close();
            }
            if (context.isEmpty()) {
                CertificateCheck fresh = CertificateCheck.of(target, pins);
                check = Optional.of(fresh);
                context = Optional.of(Channel.context(fresh));
            }
        }
        return Channel.open(target, context.orElseThrow(), check.orElseThrow(), limits, watchdog);
    }

    private synchronized void give(Channel channel) {
        if (channel.usable()) {
            idle.push(channel);
        } else {
            channel.close();
        }
    }

    synchronized void closeIdle() {
        idle.forEach(Channel::close);
        idle.clear();
    }

    @Override
    public void close() {
        closeIdle();
    }
}
