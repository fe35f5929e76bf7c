package io.twinpath.model;

import java.util.ArrayList;
import java.util.List;

/**
 * An IPv6 address with the length of its prefix. Prints as RFC 5952 wants it, so that equal addresses have one text.
 *
 * @param high the first eight bytes
 * @param low the last eight
 * @param length 0 to 128
 */
public record Ipv6Prefix(long high, long low, int length) implements Comparable<Ipv6Prefix> {

    private static final int GROUPS = 8;
    private static final int HALF = 4;
    private static final int BITS = 16;
    private static final int GROUP_MASK = 0xffff;
    private static final long LINK_LOCAL = 0xfe80L >> 6;

    public Ipv6Prefix {
        if (length < 0 || length > 128) {
            throw new IllegalArgumentException("a prefix length is 0 to 128, not " + length);
        }
    }

    /** Reads {@code 2001:db8::10/64}. */
    public static Ipv6Prefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            throw expected();
        }
        List<Integer> groups = groups(text.substring(0, slash));
        return new Ipv6Prefix(
                half(groups.subList(0, HALF)),
                half(groups.subList(HALF, GROUPS)),
                Integer.parseInt(text.substring(slash + 1)));
    }

    private static IllegalArgumentException expected() {
        return new IllegalArgumentException("an IPv6 address with its prefix is expected, such as 2001:db8::10/64");
    }

    private static List<Integer> groups(String address) {
        int gap = address.indexOf("::");
        List<Integer> first = written(gap < 0 ? address : address.substring(0, gap));
        List<Integer> last = gap < 0 ? List.of() : written(address.substring(gap + 2));
        int missing = GROUPS - first.size() - last.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            throw expected();
        }
        List<Integer> all = new ArrayList<>(first);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(last);
        return all;
    }

    private static List<Integer> written(String part) {
        List<Integer> groups = new ArrayList<>();
        if (!part.isEmpty()) {
            for (String group : part.split(":", -1)) {
                if (!group.matches("[0-9a-fA-F]{1,4}")) {
                    throw expected();
                }
                groups.add(Integer.parseInt(group, 16));
            }
        }
        return groups;
    }

    private static long half(List<Integer> groups) {
        long half = 0;
        for (int group : groups) {
            half = (half << BITS) | group;
        }
        return half;
    }

    /** Whether it is one of fe80::/10, which an interface gives itself. */
    public boolean isLinkLocal() {
        return high >>> 54 == LINK_LOCAL;
    }

    private int group(int index) {
        long half = index < HALF ? high : low;
        return (int) (half >>> (BITS * (HALF - 1 - index % HALF))) & GROUP_MASK;
    }

    @Override
    public int compareTo(Ipv6Prefix other) {
        int first = Long.compareUnsigned(high, other.high);
        int second = first != 0 ? first : Long.compareUnsigned(low, other.low);
        return second != 0 ? second : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        int start = 0;
        int longest = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && group(end) == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (longest > 1 && i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(group(i)));
            }
        }
        return text.append('/').append(length).toString();
    }
}
