package io.twinpath.cli;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Writer;
import io.twinpath.model.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A driver over outputs that somebody gathered, of which some are missing. What is missing of a single object counts as not
 * asked, so that the rest of the object can be told or imported; a missing list stays a refusal, for it must not look like an empty one.
 *
 * <p>For a look, and for an import and its proof, where a spec says nothing that was not read. Never for any other plan, which
 * would take what is missing for a difference.
 */
record Partial(Driver driver) implements Driver {

    @Override
    public List<Transport> ways(String place) {
        return driver.ways(place);
    }

    @Override
    public boolean waits() {
        return driver.waits();
    }

    @Override
    public Reader reader(String host) throws DriverException {
        Reader reader = driver.reader(host);
        return new Reader() {
            @Override
            public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
                Map<Query, Reply> replies = new LinkedHashMap<>(reader.ask(queries));
                replies.entrySet().removeIf(e -> !e.getValue().ok() && ofOneObject(e.getKey()));
                return replies;
            }

            @Override
            public Map<Transport, String> closed() {
                return reader.closed();
            }

            @Override
            public Map<Transport, String> barred() {
                return reader.barred();
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }

    private static boolean ofOneObject(Query query) {
        return query instanceof EsxcliQuery esxcli
                && esxcli.options().stream().anyMatch(o -> !(o.argument() instanceof Option.Flag));
    }

    @Override
    public Writer writer(String host) throws DriverException {
        return driver.writer(host);
    }
}
