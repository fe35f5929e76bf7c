package io.twinpath.lab;

import io.twinpath.lab.vim.Guard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** All APIs of a site that runs, and the clock of their tasks. */
final class SimulatedApis implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lab-tasks").factory());
    private final Map<String, SimulatedApi> hosts = new LinkedHashMap<>();
    private Optional<SimulatedApi> centre = Optional.empty();

    /** Serves a site; the APIs can be connected to when this returns. */
    SimulatedApis(RunningSite lab) throws IOException {
        Guard guard = guard(lab);
        try {
            for (String host : lab.site().hosts.keySet()) {
                hosts.put(host, SimulatedApi.agent(lab, guard, host));
            }
            if (lab.site().vcenter != null) {
                centre = Optional.of(SimulatedApi.centre(lab, guard));
            }
        } catch (IOException wrong) {
            close();
            throw wrong;
        }
    }

    ApiEndpoint endpoint(String host) {
        return Optional.ofNullable(hosts.get(host)).orElseThrow().endpoint();
    }

    Optional<ApiEndpoint> centre() {
        return centre.map(SimulatedApi::endpoint);
    }

    void follow() {
        hosts.values().forEach(SimulatedApi::follow);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        List<SimulatedApi> all = new ArrayList<>(hosts.values());
        centre.ifPresent(all::add);
        all.forEach(SimulatedApi::close);
    }

    private Guard guard(RunningSite lab) {
        return new Guard() {
            @Override
            public <T> T read(Supplier<T> question) {
                return lab.look(s -> question.get());
            }

            @Override
            public <T> T write(Supplier<T> change) {
                return lab.change(change);
            }

            @Override
            public ScheduledExecutorService timer() {
                return timer;
            }
        };
    }
}
