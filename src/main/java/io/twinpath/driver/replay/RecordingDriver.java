package io.twinpath.driver.replay;

import io.twinpath.driver.Command;
import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Usage;
import io.twinpath.driver.Writer;
import io.twinpath.model.Transport;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Another driver whose answers are also written into a {@link Recording}. Commands and their answers are not. */
public final class RecordingDriver implements Driver {

    private final Driver driver;
    private final Recording recording;

    public RecordingDriver(Driver driver, Recording recording) {
        this.driver = driver;
        this.recording = recording;
    }

    @Override
    public List<Transport> ways(String place) {
        return driver.ways(place);
    }

    @Override
    public void ahead(Supplier<Map<String, List<Query>>> first) {
        driver.ahead(first);
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
                return recorded(host, reader.ask(queries));
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

    @Override
    public Writer writer(String host) throws DriverException {
        Writer writer = driver.writer(host);
        return new Writer() {
            @Override
            public Map<Query, Reply> ask(List<Query> queries) throws DriverException {
                return recorded(host, writer.ask(queries));
            }

            @Override
            public Reply send(Command command) throws DriverException {
                return writer.send(command);
            }

            @Override
            public Map<Transport, String> closed() {
                return writer.closed();
            }

            @Override
            public Map<Transport, String> barred() {
                return writer.barred();
            }

            @Override
            public void close() {
                writer.close();
            }
        };
    }

    private Map<Query, Reply> recorded(String host, Map<Query, Reply> replies) throws DriverException {
        recording.write(host, replies);
        return replies;
    }

    @Override
    public Usage usage(String host) {
        return driver.usage(host);
    }

    @Override
    public void close() {
        driver.close();
    }
}
