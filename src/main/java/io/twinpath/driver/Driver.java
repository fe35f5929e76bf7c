package io.twinpath.driver;

import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;

/** Opens sessions with hosts, by their names in the spec. Safe for use by several threads. */
public interface Driver extends AutoCloseable {

    Transport transport();

    /** A session that cannot change the host. */
    Reader reader(String host) throws DriverException;

    /** A session that can. */
    Writer writer(String host) throws DriverException;

    /**
     * Tells what will be asked first of each place, before it is asked, so that a driver may fetch it for many places at
     * once. Says nothing about failures: they show where the question is asked.
     *
     * @param first queries by the place that a {@link #reader} will be asked for
     */
    default void ahead(Map<String, List<Query>> first) {}

    /** What talking to a host cost so far; nothing where nothing is counted. */
    default Usage usage(String host) {
        return Usage.NONE;
    }

    /** Lets go of connections that are kept for the next session. */
    @Override
    default void close() {}
}
