package io.twinpath.spec.template;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.net.util.SubnetUtils;
import org.apache.commons.net.util.SubnetUtils6;

/**
 * An address in its network, of either family.
 *
 * @param value the address as a number
 * @param prefix the length of the network part
 * @param width 32 or 128
 */
record Net(BigInteger value, int prefix, int width) {

    private static final Pattern V4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}(/([0-9]|[12][0-9]|3[0-2]))?");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*(/[0-9]{1,3})?");

    /** Reads an address, with or without a prefix length. Never asks a name server. */
    static Optional<Net> parse(String text) {
        try {
            if (V4.matcher(text).matches()) {
                return Optional.of(v4(text.contains("/") ? text : text + "/32"));
            }
            return V6.matcher(text).matches()
                    ? Optional.of(v6(text.contains("/") ? text : text + "/128"))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Net v4(String cidr) {
        SubnetUtils.SubnetInfo info = new SubnetUtils(cidr).getInfo();
        long bits = Integer.toUnsignedLong(info.asInteger(info.getAddress()));
        return new Net(BigInteger.valueOf(bits), Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1)), 32);
    }

    private static Net v6(String cidr) {
        SubnetUtils6.SubnetInfo info = new SubnetUtils6(cidr).getInfo();
        BigInteger value = BigInteger.ZERO;
        for (String group : expanded(info.getAddress())) {
            value = value.shiftLeft(16).or(new BigInteger(group, 16));
        }
        return new Net(value, info.getPrefixLength(), 128);
    }

    private static String[] expanded(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return address.split(":", -1);
        }
        String head = address.substring(0, gap);
        String tail = address.substring(gap + 2);
        int groups =
                (head.isEmpty() ? 0 : head.split(":", -1).length) + (tail.isEmpty() ? 0 : tail.split(":", -1).length);
        String middle = "0:".repeat(8 - groups);
        String all = (head.isEmpty() ? "" : head + ":") + middle + tail;
        return (all.endsWith(":") ? all.substring(0, all.length() - 1) : all).split(":", -1);
    }

    Net network() {
        return new Net(value.shiftRight(width - prefix).shiftLeft(width - prefix), prefix, width);
    }

    BigInteger size() {
        return BigInteger.TWO.pow(width - prefix);
    }

    Net last() {
        return new Net(network().value.add(size()).subtract(BigInteger.ONE), prefix, width);
    }

    /** The address with this number in the network; negative numbers count from its end. */
    Net host(long number) {
        BigInteger index = BigInteger.valueOf(number);
        BigInteger wanted = number < 0 ? size().add(index) : index;
        if (wanted.signum() < 0 || wanted.compareTo(size()) >= 0) {
            throw new FilterFault(
                    network().withPrefix() + " has " + size() + " addresses, so there is none with number " + number);
        }
        return new Net(network().value.add(wanted), prefix, width);
    }

    Net plus(long number) {
        BigInteger sum = value.add(BigInteger.valueOf(number));
        if (sum.signum() < 0 || sum.bitLength() > width) {
            throw new FilterFault(address() + " and " + number + " give no address");
        }
        return new Net(sum, prefix, width);
    }

    String netmask() {
        BigInteger ones = BigInteger.TWO.pow(width).subtract(BigInteger.ONE);
        return new Net(ones.shiftRight(width - prefix).shiftLeft(width - prefix), prefix, width).address();
    }

    String address() {
        if (width == 32) {
            int bits = value.intValue();
            return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
        }
        return new SubnetUtils6(hex(), 128).getInfo().getAddress();
    }

    private String hex() {
        StringBuilder groups = new StringBuilder();
        for (int shift = 112; shift >= 0; shift -= 16) {
            groups.append(Integer.toHexString(value.shiftRight(shift).intValue() & 0xFFFF));
            groups.append(shift == 0 ? "" : ":");
        }
        return groups.toString();
    }

    String withPrefix() {
        return address() + "/" + prefix;
    }
}
