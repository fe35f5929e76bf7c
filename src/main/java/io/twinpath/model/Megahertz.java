package io.twinpath.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clock rate, or the rates of several processor cores together, written {@code 2400MHz}.
 *
 * @param count in units of 1,000,000 cycles a second, 0 or more
 */
public record Megahertz(long count) implements Comparable<Megahertz> {

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,14})MHz");

    public Megahertz {
        if (count < 0) {
            throw new IllegalArgumentException("a clock rate is not negative: " + count);
        }
    }

    public static Megahertz parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("write a whole number with its unit, such as 2400MHz");
        }
        return new Megahertz(Long.parseLong(m.group(1)));
    }

    @Override
    public int compareTo(Megahertz other) {
        return Long.compare(count, other.count);
    }

    @Override
    public String toString() {
        return count + "MHz";
    }
}
