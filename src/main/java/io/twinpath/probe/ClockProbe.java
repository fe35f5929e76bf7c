package io.twinpath.probe;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeInfo;

/**
 * Compares clocks: of time servers over NTP, and of hosts by their own word, each with this machine's.
 *
 * <p>{@code system time get} prints the time of the system in ISO 8601, as the captured {@code hardware clock get} does for
 * the hardware's; of the first no capture was at hand.
 */
public final class ClockProbe {

    private static final int NTP = 123;
    private static final int MOST_AT_ONCE = 16;
    private static final int UNSYNCHRONISED = 3;
    private static final EsxcliQuery TIME = EsxcliQuery.of("system time get");

    private final InstantSource clock;
    private final Duration patience;
    private final int port;

    /** With two seconds of patience, and servers where they belong. */
    public ClockProbe(InstantSource clock) {
        this(clock, Duration.ofSeconds(2), NTP);
    }

    /**
     * @param patience for all servers together
     * @param port of the servers
     */
    ClockProbe(InstantSource clock, Duration patience, int port) {
        this.clock = clock;
        this.patience = patience;
        this.port = port;
    }

    /** Asks the servers, all at a time; returns when the patience is at its end at the latest. */
    public SortedMap<String, ServerClock> servers(Collection<String> servers) throws InterruptedException {
        SortedMap<String, ServerClock> told = new TreeMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(
                MOST_AT_ONCE, Thread.ofPlatform().daemon().name("clock-", 1).factory());
        try {
            SortedMap<String, Future<ServerClock>> asked = new TreeMap<>();
            new TreeSet<>(servers).forEach(s -> asked.put(s, pool.submit(() -> ask(s))));
            long end = System.nanoTime() + patience.toNanos();
            for (var one : asked.entrySet()) {
                told.put(one.getKey(), within(one.getValue(), end - System.nanoTime()));
            }
            return told;
        } finally {
            pool.shutdownNow();
        }
    }

    /** A name server can be slower than any time server. */
    private ServerClock within(Future<ServerClock> asked, long nanos) throws InterruptedException {
        try {
            return asked.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return silent();
        } catch (ExecutionException e) {
            return new ServerClock.Silent("what it answered is no NTP");
        }
    }

    private ServerClock ask(String server) {
        try (NTPUDPClient client = new NTPUDPClient()) {
            client.setDefaultTimeout(patience);
            client.open();
            TimeInfo info = client.getTime(InetAddress.getByName(server), port);
            NtpV3Packet message = info.getMessage();
            if (message.getStratum() == 0 || message.getLeapIndicator() == UNSYNCHRONISED) {
                return new ServerClock.Silent("it does not know the time itself");
            }
            info.computeDetails();
            Long ahead = info.getOffset();
            return ahead == null
                    ? new ServerClock.Silent("what it answered is no NTP")
                    : new ServerClock.Told(Duration.ofMillis(ahead));
        } catch (SocketTimeoutException e) {
            return silent();
        } catch (UnknownHostException e) {
            return new ServerClock.Silent("its name is not known here");
        } catch (PortUnreachableException e) {
            return new ServerClock.Silent("nothing listens there");
        } catch (IOException e) {
            return new ServerClock.Silent("it cannot be reached from here");
        }
    }

    private ServerClock silent() {
        return new ServerClock.Silent("no answer in " + patience.toSeconds() + " s");
    }

    /** Asks a host for its time: one call. */
    public HostClock host(Reader reader) throws DriverException, UnreadableException {
        Replies replies = Replies.none();
        Instant asked = clock.instant();
        replies.add(reader.ask(List.of(TIME)));
        Instant answered = clock.instant();
        String text = replies.scalar(TIME);
        try {
            Instant told = Instant.parse(text);
            return new HostClock(
                    Duration.between(answered, told),
                    Duration.between(asked, told).plusSeconds(1));
        } catch (DateTimeParseException e) {
            throw new UnreadableException("\"" + text + "\" in the answer to \"" + TIME + "\" is not a time.", e);
        }
    }
}
