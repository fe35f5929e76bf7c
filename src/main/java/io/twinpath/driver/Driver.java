package io.twinpath.driver;

import io.twinpath.model.Transport;
import io.twinpath.model.Way;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Opens sessions with places: hosts by their names in the spec, and the site's vCenter as {@link Way#VCENTER}. Safe for use by
 * several threads.
 */
public interface Driver extends AutoCloseable {

    /** The transports that lead to a place, the preferred first; none where nobody said how it is reached. Opens nothing. */
    List<Transport> ways(String place);

    /** A session that cannot change the place. */
    Reader reader(String place) throws DriverException;

    /** A session that can. */
    Writer writer(String place) throws DriverException;

    /**
     * Told what every place is going to be asked first, before any of them is: for those who can ask many places in one
     * round trip. What cannot be had in this way is asked later as if nothing had been told.
     */
    default void ahead(Supplier<Map<String, List<Query>>> first) {}

    /**
     * Whether answers are waited for, as over a network. Where they lie in files nothing but this machine's processors is busy, and
     * more places at a time than those only get in each other's way.
     */
    default boolean waits() {
        return true;
    }

    /** What talking to a place cost so far; nothing where nothing is counted. */
    default Usage usage(String place) {
        return Usage.NONE;
    }

    /** Lets go of connections that are kept for the next session. */
    @Override
    default void close() {}

    /** The ways of a driver that knows hosts over SSH and no vCenter. */
    static List<Transport> sshToHosts(String place) {
        return place.equals(Way.VCENTER) ? List.of() : List.of(Transport.SSH);
    }
}
