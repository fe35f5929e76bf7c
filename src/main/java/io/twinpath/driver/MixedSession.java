package io.twinpath.driver;

import io.twinpath.model.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session with one place over several transports, each opened when it is first needed. One that cannot be opened is closed for
 * the rest of the session and answers with the reason. The first may be closed for want of an answer, and then the next is
 * taken; when it is not trusted or lets nobody in, the session is not opened: nobody wants to be led around a wrong key.
 */
class MixedSession<S extends Reader> implements Reader {

    /** Opens a session over one transport. */
    interface Opening<S> {
        S over(Transport transport) throws DriverException;
    }

    private final String place;
    private final List<Transport> ways;
    private final Opening<S> opening;
    private final Map<Transport, S> open = new EnumMap<>(Transport.class);
    private final Map<Transport, String> closed = new EnumMap<>(Transport.class);

    MixedSession(String place, List<Transport> ways, Opening<S> opening) {
        this.place = place;
        this.ways = List.copyOf(ways);
        this.opening = opening;
    }

    /** Opens the first way that leads there. */
    void openFirst() throws DriverException {
        Optional<DriverException> first = Optional.empty();
        for (Transport transport : ways) {
            try {
                session(transport);
                return;
            } catch (DriverException e) {
                if (e.problem() != DriverException.Problem.UNREACHABLE) {
                    throw e;
                }
                first = first.or(() -> Optional.of(e));
            }
        }
        throw first.orElseGet(() ->
                new DriverException(DriverException.Problem.UNREACHABLE, "Nothing says how " + place + " is reached."));
    }

    /** The session over a transport. */
    final S session(Transport transport) throws DriverException {
        S known = open.get(transport);
        if (known != null) {
            return known;
        }
        try {
            S session = opening.over(transport);
            open.put(transport, session);
            return session;
        } catch (DriverException e) {
            closed.put(transport, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    @Override
    public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
        Map<Transport, List<Query>> byTransport = new EnumMap<>(Transport.class);
        queries.forEach(q -> byTransport
                .computeIfAbsent(q.transport(), t -> new ArrayList<>())
                .add(q));
        Map<Query, Reply> replies = new LinkedHashMap<>();
        for (Map.Entry<Transport, List<Query>> each : byTransport.entrySet()) {
            replies.putAll(ask(each.getKey(), each.getValue()));
        }
        return replies;
    }

    private Map<Query, Reply> ask(Transport transport, List<Query> queries) throws DriverException {
        if (!closed.containsKey(transport)) {
            try {
                return session(transport).ask(queries);
            } catch (DriverException e) {
                if (open.containsKey(transport)) {
                    throw e;
                }
            }
        }
        Reply none = Reply.notAsked(closed.getOrDefault(transport, ""));
        Map<Query, Reply> replies = new LinkedHashMap<>();
        queries.forEach(q -> replies.put(q, none));
        return replies;
    }

    @Override
    public Map<Transport, String> closed() {
        return Collections.unmodifiableMap(closed);
    }

    /** Only of those that are open: nothing is known of the others. */
    @Override
    public Map<Transport, String> barred() {
        Map<Transport, String> barred = new EnumMap<>(Transport.class);
        open.values().forEach(session -> barred.putAll(session.barred()));
        return barred;
    }

    @Override
    public void close() {
        open.values().forEach(Reader::close);
        open.clear();
    }
}
