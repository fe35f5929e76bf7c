package io.twinpath.driver.api;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.Usage;
import io.twinpath.driver.Writer;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;

/**
 * Places over the vSphere API. Where there is a vCenter, one session with it serves all hosts; a host that it does not have
 * is reached by itself if its own API is known. Close it to log out.
 */
public final class ApiDriver implements Driver {

    /** Servers that are left at a time. */
    private static final int FAREWELLS = 32;

    private final Map<String, Server> servers = new TreeMap<>();
    private final Map<String, Map<Query, Reply>> ready = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor watchdog;
    private final Workers workers = new Workers();
    private final Secrets secrets;

    /**
     * @param targets by place: vCenter, and hosts with an API of their own
     * @param addresses of hosts, by their names in the spec: a vCenter may know a host by its address
     */
    public ApiDriver(
            Collection<ApiTarget> targets,
            Map<String, String> addresses,
            CertificatePins pins,
            Secrets secrets,
            ApiLimits limits) {
        this.secrets = secrets;
        this.watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("api watchdog").factory());
        watchdog.setRemoveOnCancelPolicy(true);
        for (ApiTarget target : targets) {
            servers.put(target.place(), Server.of(target, addresses, pins, secrets, limits, watchdog));
        }
    }

    @Override
    public List<Transport> ways(String place) {
        boolean known = server(place).isPresent() || server(Way.VCENTER).isPresent();
        return known ? List.of(Transport.API) : List.of();
    }

    @Override
    public void ahead(Supplier<Map<String, List<Query>>> first) {
        Optional<Server> vcenter = server(Way.VCENTER);
        if (vcenter.isEmpty()) {
            return;
        }
        Map<String, List<Query>> hosts = new HashMap<>(first.get());
        hosts.remove(Way.VCENTER);
        if (hosts.isEmpty()) {
            return;
        }
        try {
            ready.putAll(Ahead.fetch(vcenter.orElseThrow(), hosts));
        } catch (DriverException | FaultException | Unresolved e) {
            // It will show again, where the question is asked.
        }
    }

    @Override
    public Reader reader(String place) throws DriverException {
        Server server = serving(place);
        server.session().open();
        return new ApiReader(
                server, place, workers, Optional.ofNullable(ready.remove(place)).orElse(Map.of()));
    }

    @Override
    public Writer writer(String place) throws DriverException {
        ready.remove(place);
        Server server = serving(place);
        server.session().open();
        return new ApiWriter(server, place, new ApiReader(server, place, workers, Map.of()), secrets);
    }

    private Server serving(String place) throws DriverException {
        Optional<Server> vcenter = server(Way.VCENTER);
        if (vcenter.isPresent() && (place.equals(Way.VCENTER) || has(vcenter.orElseThrow(), place))) {
            return vcenter.orElseThrow();
        }
        return server(place)
                .orElseThrow(() -> new DriverException(vcenter.<DriverProblem>map(v -> new DriverProblem.NotInInventory(
                                place, v.session().target().endpoint()))
                        .orElseGet(() -> new DriverProblem.Unreachable(
                                place, "the vSphere API", "the spec does not say how to reach it"))));
    }

    private static boolean has(Server vcenter, String host) throws DriverException {
        try {
            vcenter.session().reading(() -> vcenter.lookup().host(host));
            return true;
        } catch (FaultException | Unresolved e) {
            return false;
        }
    }

    private Optional<Server> server(String place) {
        return Optional.ofNullable(servers.get(place));
    }

    @Override
    public Usage usage(String place) {
        return server(place).map(s -> s.session().usage()).orElse(Usage.NONE);
    }

    @Override
    public void close() {
        farewell();
        workers.close();
        watchdog.shutdownNow();
    }

    /** Each server answers a logout, or does not: one after the other, a hundred hosts would keep their client for seconds after its work. */
    private void farewell() {
        if (servers.size() < 2) {
            servers.values().forEach(Server::close);
            return;
        }
        try (ExecutorService leaving = Executors.newFixedThreadPool(
                Math.min(servers.size(), FAREWELLS),
                Thread.ofPlatform().daemon().name("api farewell ", 1).factory())) {
            servers.values().forEach(server -> leaving.execute(server::close));
        }
    }
}
