package io.twinpath.cli;

import io.twinpath.driver.Driver;
import io.twinpath.kind.ntp.Ntp;
import io.twinpath.model.Spec;
import io.twinpath.observe.Observer;
import io.twinpath.probe.ClockProbe;
import io.twinpath.probe.HostClock;
import io.twinpath.probe.HostClocks;
import io.twinpath.probe.ServerClock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
        SortedMap<String, List<String>> wanted = wanted(spec);
        SortedMap<String, Clocks> all = new TreeMap<>();
        try {
            SortedMap<String, ServerClock> told = new ClockProbe(InstantSource.system())
                    .servers(wanted.values().stream().flatMap(List::stream).toList());
            HostClocks.read(spec.hosts().keySet(), driver, Observer.CONCURRENCY).forEach((host, answer) -> {
                SortedMap<String, ServerClock> own = new TreeMap<>(told);
                own.keySet().retainAll(wanted.getOrDefault(host, List.of()));
                all.put(host, of(answer, own));
            });
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(Exit.INTERRUPTED, List.of());
        }
    }

    private static Clocks of(HostClocks.Answer answer, SortedMap<String, ServerClock> servers) {
        return switch (answer) {
            case HostClocks.Answer.Told told ->
                new Clocks(Optional.of(told.clock()), servers, Optional.empty(), Exit.DONE);
            case HostClocks.Answer.Unreached silent ->
                new Clocks(Optional.empty(), servers, Optional.of(silent.why()), Exit.UNREACHABLE);
            case HostClocks.Answer.Unreadable unreadable ->
                new Clocks(Optional.empty(), servers, Optional.of(unreadable.why()), Exit.FAILED);
        };
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
