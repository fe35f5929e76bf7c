package io.twinpath.model;

/**
 * An IPv4 address with the length of its network, such as {@code 10.0.0.13/24}.
 *
 * @param address as an unsigned 32-bit number
 * @param length of the network part, 0 to 32
 */
public record Ipv4Prefix(int address, int length) {

    public Ipv4Prefix {
        if (length < 0 || length > 32) {
            throw new IllegalArgumentException("a prefix length is 0 to 32, not " + length);
        }
    }

    public static Ipv4Prefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException("an address with its prefix is expected, such as 10.0.0.13/24");
        }
        return new Ipv4Prefix(Ipv4.parse(text.substring(0, slash)).bits(), Integer.parseInt(text.substring(slash + 1)));
    }

    /** From address and netmask, as ESXi prints them. */
    public static Ipv4Prefix of(Ipv4 address, Ipv4 netmask) {
        int length = Integer.bitCount(netmask.bits());
        if (mask(length) != netmask.bits()) {
            throw new IllegalArgumentException("not a contiguous netmask: " + netmask);
        }
        return new Ipv4Prefix(address.bits(), length);
    }

    public Ipv4 ip() {
        return new Ipv4(address);
    }

    public Ipv4 netmask() {
        return new Ipv4(mask(length));
    }

    public boolean contains(Ipv4 other) {
        return (other.bits() & mask(length)) == (address & mask(length));
    }

    private static int mask(int length) {
        return length == 0 ? 0 : -1 << (32 - length);
    }

    @Override
    public String toString() {
        return ip() + "/" + length;
    }
}
