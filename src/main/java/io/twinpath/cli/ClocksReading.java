package io.twinpath.cli;

import io.twinpath.diag.Diagnostic;
import io.twinpath.driver.Driver;
import io.twinpath.model.Spec;
import io.twinpath.probe.HostClock;
import io.twinpath.probe.ServerClock;
import io.twinpath.report.ClocksView;
import io.twinpath.report.DiagnosticText;
import io.twinpath.report.Json;
import io.twinpath.report.Sources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Tells how far the clocks of hosts are off, as an answer or as warnings beside another one. */
final class ClocksReading {

    /** Hosts tell whole seconds, so less than this is no finding. */
    private static final Duration MUCH = Duration.ofSeconds(1);

    private final Console console;
    private final boolean asJson;

    ClocksReading(Console console, boolean asJson) {
        this.console = console;
        this.asJson = asJson;
    }

    int show(Spec spec, Driver driver) throws CliException {
        SortedMap<String, Clocks> all = Clocks.of(spec, driver);
        Exit exit = Exit.DONE;
        for (Map.Entry<String, Clocks> one : all.entrySet()) {
            one.getValue().failure().ifPresent(why -> console.err().println(one.getKey() + ": " + why));
            exit = exit == Exit.UNREACHABLE || one.getValue().exit() == Exit.DONE
                    ? exit
                    : one.getValue().exit();
        }
        print(all);
        return exit.code();
    }

    private void print(SortedMap<String, Clocks> all) {
        if (!asJson) {
            all.forEach((host, clocks) -> clocks.clock()
                    .ifPresent(clock ->
                            console.out().print(ClocksView.text(host, clock, clocks.servers(), console.outStyle()))));
            return;
        }
        console.out().print(Json.document(json -> {
            json.writeArrayFieldStart("clocks");
            for (Map.Entry<String, Clocks> one : all.entrySet()) {
                if (one.getValue().clock().isPresent()) {
                    ClocksView.json(
                            json,
                            one.getKey(),
                            one.getValue().clock().orElseThrow(),
                            one.getValue().servers());
                }
            }
            json.writeEndArray();
        }));
    }

    /** Warns of clocks that are off for sure; of a host that cannot be asked somebody else tells. */
    static void warn(Spec spec, Driver driver, Workspace workspace, Console console) throws CliException {
        List<Diagnostic> findings = new ArrayList<>();
        Clocks.of(spec, driver)
                .forEach((host, clocks) ->
                        clocks.clock().ifPresent(c -> findings.addAll(off(host, c, clocks.servers()))));
        if (!findings.isEmpty()) {
            Sources sources = name -> Optional.ofNullable(workspace.sources().get(name));
            console.err().print(new DiagnosticText(sources, console.errStyle()).all(findings));
        }
    }

    /** Against the servers that answered from here, else against this machine. */
    static List<Diagnostic> off(String host, HostClock clock, SortedMap<String, ServerClock> servers) {
        List<Diagnostic> findings = new ArrayList<>();
        boolean told = false;
        for (Map.Entry<String, ServerClock> server : servers.entrySet()) {
            if (server.getValue() instanceof ServerClock.Told t) {
                told = true;
                finding(host, clock.against(t.ahead()), server.getKey()).ifPresent(findings::add);
            }
        }
        if (!told) {
            String whose = servers.isEmpty()
                    ? "the clock of this machine"
                    : "the clock of this machine; no time server of the host answered from here";
            finding(host, clock, whose).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Diagnostic> finding(String host, HostClock clock, String other) {
        if (clock.apart().compareTo(MUCH) <= 0) {
            return Optional.empty();
        }
        boolean ahead = clock.least().isPositive();
        Duration least = ahead ? clock.least() : clock.most().negated();
        Duration most = ahead ? clock.most() : clock.least().negated();
        String detail = "Its clock is between " + ClocksView.seconds(least) + " and " + ClocksView.seconds(most) + " s "
                + (ahead ? "ahead of " : "behind ") + other + ".";
        return Optional.of(Diagnostic.warning("CLI0017", "Clock is off", detail)
                .about(host)
                .hint(
                        "Certificates, Kerberos and logs go by it. Give the host time servers under \"ntp\", or see why it does not"
                                + " follow them."));
    }
}
