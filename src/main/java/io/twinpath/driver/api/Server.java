package io.twinpath.driver.api;

import io.twinpath.driver.Secrets;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/** Everything that is kept of one server: the session and what was found in it. */
record Server(ApiSession session, Retrieval retrieval, Lookup lookup, Tasks tasks, Standing standing)
        implements AutoCloseable {

    static Server of(
            ApiTarget target,
            Map<String, String> addresses,
            CertificatePins pins,
            Secrets secrets,
            ApiLimits limits,
            ScheduledExecutorService watchdog) {
        ApiSession session = new ApiSession(target, pins, secrets, limits, watchdog);
        Retrieval retrieval = new Retrieval(session);
        return new Server(
                session,
                retrieval,
                new Lookup(session, retrieval, addresses),
                new Tasks(session, retrieval),
                new Standing(session, retrieval));
    }

    @Override
    public void close() {
        session.close();
    }
}
