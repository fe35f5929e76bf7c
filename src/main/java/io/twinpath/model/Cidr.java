package io.twinpath.model;

/**
 * A network, such as {@code 10.0.0.0/24}, or a single address, which prints without a length.
 *
 * @param ip its first address
 * @param length of the network part in bits; that of the address for a single one
 */
public record Cidr(Ip ip, int length) implements Comparable<Cidr> {

    public Cidr {
        if (length < 0 || length > ip.bits()) {
            throw new IllegalArgumentException("a prefix length is 0 to " + ip.bits() + ", not " + length);
        }
        if (!ip.network(length).equals(ip)) {
            throw new IllegalArgumentException("the network is " + ip.network(length) + "/" + length);
        }
    }

    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            Ip ip = Ip.parse(text);
            return new Cidr(ip, ip.bits());
        }
        if (!text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException("a network is written as 10.0.0.0/24");
        }
        return new Cidr(Ip.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** Whether it is one address and no more. */
    public boolean single() {
        return length == ip.bits();
    }

    @Override
    public int compareTo(Cidr other) {
        int order = ip.compareTo(other.ip);
        return order == 0 ? Integer.compare(length, other.length) : order;
    }

    @Override
    public String toString() {
        return single() ? ip.toString() : ip + "/" + length;
    }
}
