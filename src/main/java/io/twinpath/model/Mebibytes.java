package io.twinpath.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or of disk space, written {@code 16384MiB}.
 *
 * @param count in units of 1,048,576 bytes, 0 or more
 */
public record Mebibytes(long count) implements Comparable<Mebibytes> {

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,14})MiB");
    private static final long BYTES = 1L << 20;

    public Mebibytes {
        if (count < 0) {
            throw new IllegalArgumentException("a size is not negative: " + count);
        }
    }

    /** What is less than a whole one is left out. */
    public static Mebibytes ofBytes(long bytes) {
        return new Mebibytes(bytes / BYTES);
    }

    public static Mebibytes parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("write a whole number with its unit, such as 16384MiB");
        }
        return new Mebibytes(Long.parseLong(m.group(1)));
    }

    @Override
    public int compareTo(Mebibytes other) {
        return Long.compare(count, other.count);
    }

    @Override
    public String toString() {
        return count + "MiB";
    }
}
