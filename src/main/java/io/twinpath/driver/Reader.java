package io.twinpath.driver;

import java.util.List;
import java.util.Map;

/** A session with one host that can only read. */
public interface Reader extends AutoCloseable {

    /**
     * Asks everything in one round trip.
     *
     * @return an answer to each query, failures of esxcli included
     * @throws DriverException when there is no answer to be had
     */
    Map<Query, Reply> ask(List<Query> queries) throws DriverException;

    @Override
    void close();
}
