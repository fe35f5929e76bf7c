package io.twinpath.lab.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What an address or a network of either IP version looks like. */
public final class Inet {

    private static final int SIX_GROUPS = 8;
    private static final int SIX_BITS = 128;

    private Inet() {}

    /** An address without a prefix. */
    public static boolean address(String text) {
        return six(text) || Ipv4.valid(text);
    }

    /** An address with a prefix. */
    public static boolean network(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return false;
        }
        String ip = text.substring(0, slash);
        String bits = text.substring(slash + 1);
        return six(ip)
                ? bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= SIX_BITS
                : Ipv4.valid(ip) && Ipv4.prefix(text) >= 0;
    }

    /** An IPv6 address. */
    public static boolean six(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::") || text.indexOf(':') < 0) {
            return false;
        }
        if (gap < 0) {
            return groups(text).count() == SIX_GROUPS && groups(text).allMatch(Inet::group);
        }
        List<String> around = Stream.of(text.substring(0, gap), text.substring(gap + 2))
                .filter(part -> !part.isEmpty())
                .flatMap(Inet::groups)
                .toList();
        return around.size() < SIX_GROUPS && around.stream().allMatch(Inet::group);
    }

    private static Stream<String> groups(String text) {
        return Arrays.stream(text.split(":", -1));
    }

    private static boolean group(String text) {
        return text.matches("[0-9A-Fa-f]{1,4}");
    }
}
