package io.twinpath.lab.shell;

import java.time.Duration;

/**
 * How much one run of the shell may use before it is ended with exit code {@value Budget#EXIT}.
 *
 * @param commands simple commands and loop rounds, background commands counted by themselves
 * @param bytes written output in all, and the size of any one value or script
 * @param depth nesting of commands, substitutions and function calls
 * @param time wall-clock time, sleeping included
 */
public record Limits(int commands, int bytes, int depth, Duration time) {

    /** Enough for an operator, too little for a mistake to be felt. */
    public static final Limits DEFAULT = new Limits(100_000, 16 << 20, 150, Duration.ofMinutes(15));

    /** Deeper nesting could exhaust a small thread stack before the limit is met. */
    private static final int DEEPEST = 200;

    public Limits {
        if (commands < 1 || bytes < 1 || depth < 1 || depth > DEEPEST || time.isNegative()) {
            throw new IllegalArgumentException("limits are positive, and depth is at most " + DEEPEST);
        }
    }
}
