package io.twinpath.probe;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reader;
import io.twinpath.driver.UnreadableException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks hosts for their clocks, several at a time: one call for each. */
public final class HostClocks {

    private HostClocks() {}

    /** What came of asking a host. */
    public sealed interface Answer {

        /** It told. */
        record Told(HostClock clock) implements Answer {}

        /** There was no talking to it. */
        record Unreached(String why) implements Answer {}

        /** What it told is no time. */
        record Unreadable(String why) implements Answer {}
    }

    /**
     * By host.
     *
     * @param atOnce how many hosts are asked at a time
     */
    public static SortedMap<String, Answer> read(Collection<String> hosts, Driver driver, int atOnce)
            throws InterruptedException {
        SortedMap<String, Answer> answers = new TreeMap<>();
        if (hosts.isEmpty()) {
            return answers;
        }
        ClockProbe probe = new ClockProbe(InstantSource.system());
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(atOnce, hosts.size()),
                Thread.ofPlatform().daemon().name("clocks-", 1).factory());
        try {
            SortedMap<String, Future<Answer>> looks = new TreeMap<>();
            hosts.forEach(host -> looks.put(host, pool.submit(() -> look(host, driver, probe))));
            for (Map.Entry<String, Future<Answer>> look : looks.entrySet()) {
                answers.put(look.getKey(), look.getValue().get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a clock was read in a way that nobody thought of", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Answer look(String host, Driver driver, ClockProbe probe) {
        try (Reader reader = driver.reader(host)) {
            return new Answer.Told(probe.host(reader));
        } catch (DriverException e) {
            return new Answer.Unreached(String.valueOf(e.getMessage()));
        } catch (UnreadableException e) {
            return new Answer.Unreadable(String.valueOf(e.getMessage()));
        }
    }
}
