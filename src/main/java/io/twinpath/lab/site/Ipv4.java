package io.twinpath.lab.site;

import java.util.OptionalLong;

/** IPv4 arithmetic on text. */
public final class Ipv4 {

    private static final long ALL = 0xffff_ffffL;

    private Ipv4() {}

    public static boolean valid(String address) {
        return parse(address).isPresent();
    }

    /** The address as a number; empty when it is none. */
    public static OptionalLong parse(String address) {
        String[] parts = address.split("\\.", -1);
        if (parts.length != 4) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (String part : parts) {
            if (!part.matches("[0-9]{1,3}") || Integer.parseInt(part) > 255) {
                return OptionalLong.empty();
            }
            value = value << 8 | Integer.parseInt(part);
        }
        return OptionalLong.of(value);
    }

    /** Whether an address lies in {@code a.b.c.d/n}; false when either is malformed. */
    public static boolean inSubnet(String address, String subnet) {
        OptionalLong ip = parse(address);
        OptionalLong net = parse(network(subnet));
        int bits = prefix(subnet);
        return ip.isPresent() && net.isPresent() && bits >= 0 && ((ip.getAsLong() ^ net.getAsLong()) & mask(bits)) == 0;
    }

    /** The prefix length of {@code a.b.c.d/n}, or -1. */
    public static int prefix(String subnet) {
        String bits = subnet.substring(subnet.indexOf('/') + 1);
        return subnet.indexOf('/') > 0 && bits.matches("[0-9]{1,2}") && Integer.parseInt(bits) <= 32
                ? Integer.parseInt(bits)
                : -1;
    }

    public static String network(String subnet) {
        int slash = subnet.indexOf('/');
        return slash < 0 ? subnet : subnet.substring(0, slash);
    }

    public static long mask(int bits) {
        return bits == 0 ? 0 : ALL << (32 - bits) & ALL;
    }

    /** The prefix length of a netmask such as {@code 255.255.255.0}, or -1 when its ones are not together. */
    public static int bits(String netmask) {
        OptionalLong value = parse(netmask);
        if (value.isEmpty()) {
            return -1;
        }
        int bits = Long.bitCount(value.getAsLong());
        return mask(bits) == value.getAsLong() ? bits : -1;
    }

    public static String text(long value) {
        return (value >> 24 & 255) + "." + (value >> 16 & 255) + "." + (value >> 8 & 255) + "." + (value & 255);
    }
}
