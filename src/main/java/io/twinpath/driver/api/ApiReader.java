package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one place. Whatever it sends passes {@link ReadOnlyCalls}. */
final class ApiReader implements Reader {

    private final Server server;
    private final String place;
    private final Workers workers;
    private final Map<Query, Reply> ready;

    /** @param ready answers that came ahead, each good for one question */
    ApiReader(Server server, String place, Workers workers, Map<Query, Reply> ready) {
        this.server = server;
        this.place = place;
        this.workers = workers;
        this.ready = new HashMap<>(ready);
    }

    @Override
    public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
        if (!place.equals(Way.VCENTER) && !server.lookup().knows(place)) {
            meet(queries);
        }
        Map<Query, Reply> replies = new LinkedHashMap<>();
        List<Query> left = new ArrayList<>();
        for (Query query : queries) {
            Reply known = ready.remove(query);
            if (known != null) {
                replies.put(query, known);
            } else if (!replies.containsKey(query)) {
                left.add(query);
            }
        }
        workers.all(new Answers(server, place).parts(left)).forEach(replies::putAll);
        return replies;
    }

    /** Finds the host, and what is asked of it in the same call. */
    private void meet(List<Query> queries) throws DriverException {
        try {
            ready.putAll(Ahead.fetch(server, Map.of(place, queries)).getOrDefault(place, Map.of()));
        } catch (FaultException e) {
            // One wrong question spoils a retrieval; asked one by one they show which.
        } catch (Unresolved e) {
            throw missing();
        }
        if (!knows()) {
            throw missing();
        }
    }

    private boolean knows() throws DriverException {
        try {
            server.session().reading(() -> server.lookup().host(place));
            return true;
        } catch (FaultException | Unresolved e) {
            return false;
        }
    }

    private DriverException missing() {
        return new DriverException(new DriverProblem.NotInInventory(
                place, server.session().target().endpoint()));
    }

    @Override
    public Map<Transport, String> barred() {
        return server.standing().barred().map(why -> Map.of(Transport.API, why)).orElse(Map.of());
    }

    @Override
    public void close() {}
}
