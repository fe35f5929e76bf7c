package io.twinpath.driver;

/** Opens sessions with hosts, by their names in the spec. */
public interface Driver {

    Transport transport();

    /** A session that cannot change the host. */
    Reader reader(String host) throws DriverException;

    /** A session that can. */
    Writer writer(String host) throws DriverException;
}
