package io.twinpath.driver;

import io.twinpath.model.Transport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Several drivers as one: every call goes over the transport that it is made for. */
public final class MixedDriver implements Driver {

    private final Map<Transport, Driver> drivers;
    private final Function<String, List<Transport>> order;

    /**
     * @param drivers by transport
     * @param order the transports that may be taken to a place, the preferred first
     */
    public MixedDriver(Map<Transport, Driver> drivers, Function<String, List<Transport>> order) {
        this.drivers = new EnumMap<>(drivers);
        this.order = order;
    }

    @Override
    public List<Transport> ways(String place) {
        return order.apply(place).stream()
                .filter(t -> drivers.containsKey(t) && driver(t).ways(place).contains(t))
                .toList();
    }

    @Override
    public Reader reader(String place) throws DriverException {
        MixedSession<Reader> session =
                new MixedSession<>(place, ways(place), t -> driver(t).reader(place));
        session.openFirst();
        return session;
    }

    @Override
    public Writer writer(String place) throws DriverException {
        MixedWriter writer = new MixedWriter(place, ways(place), t -> driver(t).writer(place));
        writer.openFirst();
        return writer;
    }

    @Override
    public void ahead(Supplier<Map<String, List<Query>>> first) {
        drivers.values().forEach(driver -> driver.ahead(first));
    }

    @Override
    public boolean waits() {
        return drivers.values().stream().anyMatch(Driver::waits);
    }

    @Override
    public Usage usage(String place) {
        return drivers.values().stream().map(d -> d.usage(place)).reduce(Usage.NONE, Usage::plus);
    }

    @Override
    public void close() {
        drivers.values().forEach(Driver::close);
    }

    private Driver driver(Transport transport) {
        Driver driver = drivers.get(transport);
        if (driver == null) {
            throw new IllegalStateException("no driver for " + transport);
        }
        return driver;
    }
}
