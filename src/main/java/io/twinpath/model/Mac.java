package io.twinpath.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A MAC address.
 *
 * @param text six lower-case hexadecimal pairs with colons
 */
public record Mac(String text) implements Comparable<Mac> {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");

    public Mac {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a MAC address is six pairs of hexadecimal digits: " + text);
        }
    }

    /** Accepts capitals and hyphens too. */
    public static Mac parse(String text) {
        return new Mac(text.toLowerCase(Locale.ROOT).replace('-', ':'));
    }

    @Override
    public int compareTo(Mac other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
