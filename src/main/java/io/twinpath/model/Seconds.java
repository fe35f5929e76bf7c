package io.twinpath.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time, written with its unit: {@code 140s}, {@code 5m} or {@code 1h}.
 *
 * @param count in seconds, 0 or more
 */
public record Seconds(long count) implements Comparable<Seconds> {

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,8})([smh])");

    public Seconds {
        if (count < 0) {
            throw new IllegalArgumentException("a length of time is not negative: " + count);
        }
    }

    public static Seconds parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("write a whole number with its unit, such as 140s, 5m or 1h");
        }
        long number = Long.parseLong(m.group(1));
        return new Seconds(
                switch (m.group(2)) {
                    case "h" -> number * 3600;
                    case "m" -> number * 60;
                    default -> number;
                });
    }

    @Override
    public int compareTo(Seconds other) {
        return Long.compare(count, other.count);
    }

    @Override
    public String toString() {
        return count + "s";
    }
}
