package io.twinpath.lab;

import java.util.concurrent.Semaphore;

/**
 * Runs a task soon after each wake-up, on a thread of its own: a command that cuts off its own host must not wait for the
 * end of the session that it runs in. Wake-ups that come together are one.
 */
final class Follower implements AutoCloseable {

    private final Semaphore due = new Semaphore(0);
    private final Thread thread;

    Follower(Runnable task) {
        thread = Thread.ofPlatform().daemon().name("lab-follower").unstarted(() -> run(task));
        thread.start();
    }

    void wake() {
        due.release();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run(Runnable task) {
        try {
            while (true) {
                due.acquire();
                due.drainPermits();
                task.run();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
