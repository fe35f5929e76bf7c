package io.twinpath.driver;

import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;

/** A session with one host, or with vCenter, that can only read. */
public interface Reader extends AutoCloseable {

    /**
     * Asks everything in one round trip.
     *
     * @return an answer to each query, failures of esxcli included
     * @throws DriverException when there is no answer to be had
     */
    Map<Query, Reply> ask(List<Query> queries) throws DriverException;

    /**
     * The transports that should have led to the place and turned out to be closed, each with the reason as a full sentence.
     * What is asked over them from now on is answered by that reason.
     */
    default Map<Transport, String> closed() {
        return Map.of();
    }

    /**
     * The open transports over which the place takes no changes, each with the reason as a full sentence: a licence without
     * that right, lockdown, a host that a vCenter owns.
     */
    default Map<Transport, String> barred() {
        return Map.of();
    }

    @Override
    void close();
}
