package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few threads that ask in parallel. Platform threads: a virtual one that ever waited for a socket delays the end of the
 * process by a third of a second.
 */
final class Workers implements AutoCloseable {

    private static final int THREADS = 8;

    private final ThreadPoolExecutor pool;

    Workers() {
        pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                5,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("api-", 1).factory());
        pool.allowCoreThreadTimeOut(true);
    }

    /** The first of them in the thread of the caller. */
    List<Map<Query, Reply>> all(List<Answers.Part> parts) throws DriverException {
        List<Future<Map<Query, Reply>>> others = new ArrayList<>();
        for (Answers.Part part : parts.subList(Math.min(1, parts.size()), parts.size())) {
            others.add(pool.submit(part::ask));
        }
        List<Map<Query, Reply>> answers = new ArrayList<>();
        try {
            if (!parts.isEmpty()) {
                answers.add(parts.get(0).ask());
            }
            for (Future<Map<Query, Reply>> other : others) {
                answers.add(other.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DriverException problem) {
                throw problem;
            }
            throw new IllegalStateException("a reader failed in a way that nobody thought of", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DriverException(DriverException.Problem.UNREACHABLE, "The reading was interrupted.", e);
        } finally {
            others.forEach(f -> f.cancel(false));
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
