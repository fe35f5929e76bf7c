package io.twinpath.model;

import java.util.regex.Pattern;

/**
 * An IPv4 address.
 *
 * @param bits as an unsigned 32-bit number
 */
public record Ipv4(int bits) implements Comparable<Ipv4> {

    private static final Pattern PART = Pattern.compile("0|[1-9][0-9]{0,2}");

    /** Four decimal numbers of 0 to 255; leading zeros are refused because other tools read them as octal. */
    public static Ipv4 parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("an IPv4 address is four numbers from 0 to 255, such as 10.0.0.13");
        }
        int bits = 0;
        for (String part : parts) {
            if (!PART.matcher(part).matches() || Integer.parseInt(part) > 255) {
                throw new IllegalArgumentException("an IPv4 address is four numbers from 0 to 255, such as 10.0.0.13");
            }
            bits = bits << 8 | Integer.parseInt(part);
        }
        return new Ipv4(bits);
    }

    @Override
    public int compareTo(Ipv4 other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }
}
