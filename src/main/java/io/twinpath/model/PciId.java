package io.twinpath.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a PCI device says it is: vendor and device number.
 *
 * @param text eight lower-case hexadecimal digits, such as {@code 14e4:168e}
 */
public record PciId(String text) implements Comparable<PciId> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{4}:[0-9a-f]{4}");

    public PciId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a PCI id is vendor:device in hexadecimal, such as 14e4:168e: " + text);
        }
    }

    public static PciId parse(String text) {
        return new PciId(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public int compareTo(PciId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
