package io.twinpath.lab.shell;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What is left of the {@link Limits} of one run. Used by one thread, but for its output. */
final class Budget {

    /** The exit code of a run that met a limit: what a command killed for using too much memory leaves. */
    static final int EXIT = 137;

    /** The exit code of a run that was told to stop. */
    static final int KILLED = 143;

    private final Limits limits;
    private final long deadline;
    private int commands;
    private int depth;
    private final AtomicLong written = new AtomicLong();

    Budget(Limits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    /** A budget of the same size for a command in the background. */
    Budget fresh() {
        return new Budget(limits);
    }

    Limits limits() {
        return limits;
    }

    /** One command more. */
    void step() {
        if (++commands > limits.commands()) {
            throw new Unwind.Limit("more than " + limits.commands() + " commands");
        }
        check();
    }

    /** Called in every loop that a script can make long. */
    void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Unwind.Killed();
        }
        if (System.nanoTime() - deadline > 0) {
            throw new Unwind.Limit("ran longer than " + limits.time().toSeconds() + " seconds");
        }
    }

    void enter() {
        if (++depth > limits.depth()) {
            depth--;
            throw new Unwind.Limit("nested deeper than " + limits.depth());
        }
    }

    void leave() {
        depth--;
    }

    void write(int bytes) {
        if (written.addAndGet(bytes) > limits.bytes()) {
            throw new Unwind.Limit("more than " + limits.bytes() + " bytes of output");
        }
    }

    /** Refuses a value that grows without bound. */
    void size(long bytes) {
        if (bytes > limits.bytes()) {
            throw new Unwind.Limit("a value of more than " + limits.bytes() + " bytes");
        }
    }

    /** Sleeps, but not beyond the end of the allowed time. */
    void sleep(double seconds) {
        long left = deadline - System.nanoTime();
        long nanos = (long) Math.min(Math.max(0, seconds) * 1e9, 1e18);
        try {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        check();
        if (nanos >= left) {
            throw new Unwind.Limit("ran longer than " + limits.time().toSeconds() + " seconds");
        }
    }
}
