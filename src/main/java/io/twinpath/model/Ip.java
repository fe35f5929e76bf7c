package io.twinpath.model;

import java.util.Arrays;

/**
 * An IPv4 or IPv6 address. Prints in the one form that each address has: RFC 5952 for IPv6.
 *
 * @param high the first 64 bits of an IPv6 address; 0 for IPv4
 * @param low the rest, or the 32 bits of an IPv4 address
 * @param six whether it is an IPv6 address
 */
public record Ip(long high, long low, boolean six) implements Comparable<Ip> {

    private static final String FORM = "an IPv4 or IPv6 address is expected, such as 10.0.0.13 or 2001:db8::13";
    private static final int GROUPS = 8;
    private static final int HALF = 4;
    private static final long IPV4 = 0xffff_ffffL;

    public static Ip parse(String text) {
        if (text.indexOf(':') < 0) {
            return of(Ipv4.parse(text));
        }
        int[] groups = groups(text);
        return new Ip(packed(groups, 0), packed(groups, HALF), true);
    }

    public static Ip of(Ipv4 ip) {
        return new Ip(0, ip.bits() & IPV4, false);
    }

    /** How many bits it has: 32 or 128. */
    public int bits() {
        return six ? 128 : 32;
    }

    /** With every bit behind the first {@code length} cleared. */
    public Ip network(int length) {
        if (!six) {
            return new Ip(0, length == 0 ? 0 : low & IPV4 << (32 - length) & IPV4, false);
        }
        return length <= 64
                ? new Ip(length == 0 ? 0 : high & -1L << (64 - length), 0, true)
                : new Ip(high, low & -1L << (128 - length), true);
    }

    private static int[] groups(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            throw new IllegalArgumentException(FORM);
        }
        String[] front = split(gap < 0 ? text : text.substring(0, gap));
        String[] back = gap < 0 ? new String[0] : split(text.substring(gap + 2));
        int given = front.length + back.length;
        if (gap < 0 ? given != GROUPS : given >= GROUPS) {
            throw new IllegalArgumentException(FORM);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < front.length; i++) {
            groups[i] = group(front[i]);
        }
        for (int i = 0; i < back.length; i++) {
            groups[GROUPS - back.length + i] = group(back[i]);
        }
        return groups;
    }

    private static String[] split(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static int group(String text) {
        if (!text.matches("[0-9A-Fa-f]{1,4}")) {
            throw new IllegalArgumentException(FORM);
        }
        return Integer.parseInt(text, 16);
    }

    private static long packed(int[] groups, int from) {
        long bits = 0;
        for (int group : Arrays.copyOfRange(groups, from, from + HALF)) {
            bits = bits << 16 | group;
        }
        return bits;
    }

    @Override
    public int compareTo(Ip other) {
        if (six != other.six) {
            return Boolean.compare(six, other.six);
        }
        int first = Long.compareUnsigned(high, other.high);
        return first == 0 ? Long.compareUnsigned(low, other.low) : first;
    }

    @Override
    public String toString() {
        return six ? text() : new Ipv4((int) low).toString();
    }

    /** The longest run of two or more empty groups, the first of equals, is left out. */
    private String text() {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long half = i < HALF ? high : low;
            int shift = 16 * (HALF - 1 - (i % HALF));
            groups[i] = (int) (half >>> shift) & 0xffff;
        }
        int start = -1;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && groups[i + run] == 0) {
                run++;
            }
            if (run > longest) {
                start = i;
                longest = run;
            }
            i += run;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                String colon = text.isEmpty() || text.toString().endsWith("::") ? "" : ":";
                text.append(colon).append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
