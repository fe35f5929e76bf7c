package io.twinpath.model;

/**
 * An IPv4 address.
 *
 * @param bits as an unsigned 32-bit number
 */
public record Ipv4(int bits) implements Comparable<Ipv4> {

    /** Four decimal numbers of 0 to 255; leading zeros are refused because other tools read them as octal. */
    public static Ipv4 parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("an IPv4 address is four numbers from 0 to 255, such as 10.0.0.13");
        }
        int bits = 0;
        for (String part : parts) {
            if (!isPart(part)) {
                throw new IllegalArgumentException("an IPv4 address is four numbers from 0 to 255, such as 10.0.0.13");
            }
            bits = bits << 8 | Integer.parseInt(part);
        }
        return new Ipv4(bits);
    }

    private static boolean isPart(String text) {
        boolean digits = !text.isEmpty() && text.length() < 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (text.equals("0") || text.charAt(0) != '0') && Integer.parseInt(text) < 256;
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
