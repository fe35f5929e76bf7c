package io.twinpath.driver;

import io.twinpath.model.Transport;

/** Opens sessions with hosts, by their names in the spec. Safe for use by several threads. */
public interface Driver extends AutoCloseable {

    Transport transport();

    /** A session that cannot change the host. */
    Reader reader(String host) throws DriverException;

    /** A session that can. */
    Writer writer(String host) throws DriverException;

    /** What talking to a host cost so far; nothing where nothing is counted. */
    default Usage usage(String host) {
        return Usage.NONE;
    }

    /** Lets go of connections that are kept for the next session. */
    @Override
    default void close() {}
}
