package io.twinpath.cli;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Reader;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.ntp.Ntp;
import io.twinpath.model.Spec;
import io.twinpath.probe.ClockProbe;
import io.twinpath.probe.HostClock;
import io.twinpath.probe.ServerClock;
import io.twinpath.report.ClocksView;
import io.twinpath.report.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares the clocks of hosts with those of the time servers that the spec gives them, one host after another. */
final class ClocksReading {

    private final Console console;
    private final boolean asJson;
    private final ClockProbe probe = new ClockProbe(InstantSource.system());

    ClocksReading(Console console, boolean asJson) {
        this.console = console;
        this.asJson = asJson;
    }

    private record Seen(String host, HostClock clock, SortedMap<String, ServerClock> servers) {}

    int show(Spec spec, Driver driver) throws CliException {
        SortedMap<String, List<String>> wanted = servers(spec);
        SortedMap<String, ServerClock> told = told(wanted);
        List<Seen> all = new ArrayList<>();
        Exit exit = Exit.DONE;
        for (String host : spec.hosts().keySet()) {
            SortedMap<String, ServerClock> own = new TreeMap<>(told);
            own.keySet().retainAll(wanted.getOrDefault(host, List.of()));
            try (Reader reader = driver.reader(host)) {
                all.add(new Seen(host, probe.host(reader), own));
            } catch (DriverException e) {
                console.err().println(host + ": " + e.getMessage());
                exit = Exit.UNREACHABLE;
            } catch (UnreadableException e) {
                console.err().println(host + ": " + e.getMessage());
                exit = exit == Exit.DONE ? Exit.FAILED : exit;
            }
        }
        print(all);
        return exit.code();
    }

    private void print(List<Seen> all) {
        if (!asJson) {
            all.forEach(s -> console.out().print(ClocksView.text(s.host, s.clock, s.servers, console.outStyle())));
            return;
        }
        console.out().print(Json.document(json -> {
            json.writeArrayFieldStart("clocks");
            for (Seen seen : all) {
                ClocksView.json(json, seen.host, seen.clock, seen.servers);
            }
            json.writeEndArray();
        }));
    }

    private SortedMap<String, ServerClock> told(Map<String, List<String>> wanted) throws CliException {
        try {
            return probe.servers(wanted.values().stream().flatMap(List::stream).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(Exit.INTERRUPTED, List.of());
        }
    }

    /** By host. */
    private static SortedMap<String, List<String>> servers(Spec spec) {
        SortedMap<String, List<String>> servers = new TreeMap<>();
        spec.resources().forEach((address, resource) -> {
            if (resource.desired().orElse(null) instanceof Ntp ntp) {
                address.host().ifPresent(host -> servers.put(host, ntp.servers().orElseGet(List::of)));
            }
        });
        return servers;
    }
}
