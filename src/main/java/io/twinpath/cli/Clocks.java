package io.twinpath.cli;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reader;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.ntp.Ntp;
import io.twinpath.model.Spec;
import io.twinpath.observe.Observer;
import io.twinpath.probe.ClockProbe;
import io.twinpath.probe.HostClock;
import io.twinpath.probe.ServerClock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The clocks of hosts and of the time servers that a spec gives them: one call for each host, several hosts at a time, and
 * two seconds at most for all servers together.
 *
 * @param servers those of the host by their names in the spec, each with what it told
 * @param clock empty when the host did not tell
 * @param failure why it did not, as a full sentence
 */
record Clocks(Optional<HostClock> clock, SortedMap<String, ServerClock> servers, Optional<String> failure, Exit exit) {

    static SortedMap<String, Clocks> of(Spec spec, Driver driver) throws CliException {
        ClockProbe probe = new ClockProbe(InstantSource.system());
        SortedMap<String, List<String>> wanted = wanted(spec);
        SortedMap<String, Clocks> all = new TreeMap<>();
        if (spec.hosts().isEmpty()) {
            return all;
        }
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(Observer.CONCURRENCY, spec.hosts().size()),
                Thread.ofPlatform().daemon().name("clocks-", 1).factory());
        try {
            SortedMap<String, Future<Clocks>> looks = new TreeMap<>();
            SortedMap<String, ServerClock> told =
                    probe.servers(wanted.values().stream().flatMap(List::stream).toList());
            for (String host : spec.hosts().keySet()) {
                SortedMap<String, ServerClock> own = new TreeMap<>(told);
                own.keySet().retainAll(wanted.getOrDefault(host, List.of()));
                looks.put(host, pool.submit(() -> look(host, driver, probe, own)));
            }
            for (Map.Entry<String, Future<Clocks>> look : looks.entrySet()) {
                all.put(look.getKey(), look.getValue().get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(Exit.INTERRUPTED, List.of());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a clock was read in a way that nobody thought of", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Clocks look(String host, Driver driver, ClockProbe probe, SortedMap<String, ServerClock> servers) {
        try (Reader reader = driver.reader(host)) {
            return new Clocks(Optional.of(probe.host(reader)), servers, Optional.empty(), Exit.DONE);
        } catch (DriverException e) {
            return failed(e, servers, Exit.UNREACHABLE);
        } catch (UnreadableException e) {
            return failed(e, servers, Exit.FAILED);
        }
    }

    private static Clocks failed(Exception why, SortedMap<String, ServerClock> servers, Exit exit) {
        return new Clocks(Optional.empty(), servers, Optional.of(String.valueOf(why.getMessage())), exit);
    }

    /** By host. */
    private static SortedMap<String, List<String>> wanted(Spec spec) {
        SortedMap<String, List<String>> servers = new TreeMap<>();
        spec.resources().forEach((address, resource) -> {
            if (resource.desired().orElse(null) instanceof Ntp ntp) {
                address.host().ifPresent(host -> servers.put(host, ntp.servers().orElseGet(List::of)));
            }
        });
        return servers;
    }
}
