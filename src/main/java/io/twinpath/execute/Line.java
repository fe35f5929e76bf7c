package io.twinpath.execute;

import io.twinpath.driver.Driver;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.Writer;
import java.util.Optional;

/** The session with one host, opened when it is first needed. May be opened a second time after it was lost, never a third. */
final class Line implements AutoCloseable {

    private static final int MOST_LOGINS = 2;

    private final Driver driver;
    private final String host;
    private Optional<Writer> open = Optional.empty();
    private int logins;

    Line(Driver driver, String host) {
        this.driver = driver;
        this.host = host;
    }

    Writer writer() throws DriverException {
        if (open.isEmpty()) {
            if (logins >= MOST_LOGINS) {
                throw new DriverException(
                        DriverException.Problem.UNREACHABLE, "The connection to " + host + " was lost a second time.");
            }
            logins++;
            open = Optional.of(driver.writer(host));
        }
        return open.orElseThrow();
    }

    /** Forgets a session that is of no use any more. */
    void drop() {
        open.ifPresent(Writer::close);
        open = Optional.empty();
    }

    @Override
    public void close() {
        drop();
    }
}
