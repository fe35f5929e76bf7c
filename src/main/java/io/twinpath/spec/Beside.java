package io.twinpath.spec;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that one thread does in the order in which it is given, beside the thread that gives it. What only the tasks use needs no
 * care; what the giver uses too does, until this is closed. Closing waits for all of it and throws what a task threw.
 */
final class Beside implements AutoCloseable {

    /** Enough for both sides to go on when one is slow for a while, and little to keep. */
    private static final int WAITING = 64;

    /** With fewer tasks, starting a thread costs more than it gains. */
    private static final int WORTH_A_THREAD = 32;

    /** An empty one is the end. */
    private final BlockingQueue<Optional<Runnable>> tasks = new ArrayBlockingQueue<>(WAITING);

    private final FutureTask<Boolean> work = new FutureTask<>(this::work);

    private final boolean threaded;

    /** @param expected how many tasks there will be, about; few of them are done where they are given */
    Beside(String name, int expected) {
        this.threaded = expected >= WORTH_A_THREAD;
        if (threaded) {
            Thread.ofPlatform().daemon().name(name).start(work);
        }
    }

    void then(Runnable task) {
        if (threaded) {
            put(Optional.of(task));
        } else {
            task.run();
        }
    }

    @Override
    public void close() {
        if (threaded) {
            put(Optional.empty());
            waiting(work::get);
        }
    }

    private void put(Optional<Runnable> task) {
        waiting(() -> {
            tasks.put(task);
            return true;
        });
    }

    private boolean work() throws InterruptedException {
        Throwable failure = null;
        for (Optional<Runnable> task = tasks.take(); task.isPresent(); task = tasks.take()) {
            try {
                if (failure == null) {
                    task.orElseThrow().run();
                }
            } catch (RuntimeException | Error e) {
                failure = e; // the rest is taken all the same, or the giver would wait for ever
            }
        }
        switch (failure) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException other -> throw other;
            default -> throw new IllegalStateException(failure);
        }
        return true;
    }

    private interface Step {
        boolean done() throws InterruptedException, ExecutionException;
    }

    /** An interrupt is for those who wait for something of the world; this only waits for the processor. */
    private static void waiting(Step step) {
        boolean interrupted = false;
        boolean done = false;
        try {
            while (!done) {
                try {
                    done = step.done();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException failure
                            ? failure
                            : new IllegalStateException("the work of a load failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
