package io.twinpath.driver;

/** A session with one host, or with vCenter, that can also change it. */
public interface Writer extends Reader {

    /**
     * Sends one command and waits for its end.
     *
     * @throws DriverException with {@code IN_DOUBT} when the command may or may not have taken effect
     */
    Reply send(Command command) throws DriverException;
}
