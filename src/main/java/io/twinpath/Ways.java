package io.twinpath;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.endpoints.Endpoints;
import io.twinpath.model.Spec;
import io.twinpath.model.Transport;
import io.twinpath.reach.Drivers;
import io.twinpath.reach.OwnFolder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How the places of a project are reached. Never changes; not a record, so that no environment is ever printed. */
public final class Ways {

    private final Function<Drivers, Map<Transport, Driver>> standard;
    private final Map<String, String> environment;
    private final Map<Transport, Driver> own;
    private final UnaryOperator<Driver> around;

    private Ways(
            Function<Drivers, Map<Transport, Driver>> standard,
            Map<String, String> environment,
            Map<Transport, Driver> own,
            UnaryOperator<Driver> around) {
        this.standard = standard;
        this.environment = environment;
        this.own = own;
        this.around = around;
    }

    /**
     * As the spec says: SSH and the vSphere API, with the keys and certificates that the project has pinned.
     *
     * @param environment for {@code secret://env/…} and for the SSH agent; nothing else is read from the environment
     */
    public static Ways declared(Map<String, String> environment) {
        return new Ways(Drivers::declared, Map.copyOf(environment), Map.of(), driver -> driver);
    }

    /** To a simulated site that is running. */
    public static Ways simulated(Endpoints endpoints) {
        return new Ways(drivers -> drivers.simulated(endpoints), Map.of(), Map.of(), driver -> driver);
    }

    /**
     * To a simulated site that is running.
     *
     * @param file what {@code twinpath lab serve --endpoints} wrote
     * @throws DriverException when it is not there or not such a file
     */
    public static Ways simulated(Path file) throws DriverException {
        return simulated(Endpoints.load(file));
    }

    /** The same with a driver of one's own for what is asked over one transport; the site closes it in the end. */
    public Ways with(Transport transport, Driver driver) {
        Map<Transport, Driver> more = new EnumMap<>(Transport.class);
        more.putAll(own);
        more.put(transport, driver);
        return new Ways(standard, environment, Map.copyOf(more), around);
    }

    /** The same with something around the driver that all talk goes through, such as a log of what is sent. */
    public Ways through(UnaryOperator<Driver> wrapper) {
        return new Ways(standard, environment, own, driver -> wrapper.apply(around.apply(driver)));
    }

    Driver driver(Spec spec, Optional<OwnFolder> folder) {
        OwnFolder keeps = folder.orElseThrow(() -> new IllegalStateException(
                "pins and secrets are kept in a folder, and this project has none: open it with one"));
        Map<Transport, Driver> drivers = new EnumMap<>(Transport.class);
        drivers.putAll(standard.apply(new Drivers(spec, keeps, environment)));
        drivers.putAll(own);
        return around.apply(Drivers.asOne(spec, drivers));
    }
}
