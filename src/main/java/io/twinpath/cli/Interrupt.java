package io.twinpath.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Listens for Ctrl-C during an apply. The first one lets the step at hand end and be read back; the process leaves when that
 * is done, or after a minute. A second signal ends the process at once.
 */
final class Interrupt implements BooleanSupplier, AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean asked;

    private Interrupt(Console console) {
        this.hook = new Thread(() -> await(console), "interrupt");
    }

    static Interrupt listen(Console console) {
        Interrupt interrupt = new Interrupt(console);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    @Override
    public boolean getAsBoolean() {
        return asked;
    }

    private void await(Console console) {
        asked = true;
        console.err().println("Interrupted: the step at hand is finished and read back, then Twinpath stops.");
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                console.err().println("The step did not end in " + PATIENCE_SECONDS + " s: it is in doubt.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending at this very moment: the hook runs, finds the latch open, and returns.
                asked = true;
            }
        }
    }
}
