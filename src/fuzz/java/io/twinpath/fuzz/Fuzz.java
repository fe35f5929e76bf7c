package io.twinpath.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What the fuzzer calls. The target is named by the argument. Memory is bounded by the heap of the process; time is measured
 * here, in processor time, so that a busy machine is not taken for a slow parser.
 */
public final class Fuzz {

    private static final long MOST_NANOS = 2_000_000_000L;
    private static final long MOST_BYTES = 1L << 30;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM = 200;

    private static Target target = input -> {};
    private static int runs;

    private Fuzz() {}

    /** Called once, by its name. The first run loads and changes classes for a minute, which is not the target's doing. */
    public static void fuzzerInitialize(String[] arguments) throws Exception {
        target = Targets.open(arguments[0]);
        target.run(new byte[0]);
    }

    /** Called for each input, by its name. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        long time = THREADS.getCurrentThreadCpuTime();
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        target.run(input);
        check(THREADS.getCurrentThreadCpuTime() - time, THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    /**
     * The first inputs load and change classes, which counts for nobody. What is allocated may be garbage at once, so its
     * bound is wider than that of the heap.
     */
    private static void check(long nanos, long bytes) {
        if (++runs <= WARM) {
            return;
        }
        if (nanos > MOST_NANOS) {
            throw new AssertionError(String.format(Locale.ROOT, "too slow: %.1f s for one input", nanos / 1e9));
        }
        if (bytes > MOST_BYTES) {
            throw new AssertionError("too much: " + (bytes >> 20) + " MiB allocated for one input");
        }
    }
}
