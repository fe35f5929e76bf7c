package io.twinpath.kind.vmkernel;

import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Script;
import io.twinpath.model.Ipv6Prefix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** IPv6 in the words of {@code HostIpConfigIpV6AddressConfiguration}: flags as they are to be, and of addresses what changes. */
final class Ipv6Api {

    private static final String CONFIG = "ipV6Config";

    private Ipv6Api() {}

    static Ipv6 read(Node spec) throws UnreadableException {
        SortedSet<Ipv6Prefix> addresses = new TreeSet<>();
        for (Node address : spec.at("ip", CONFIG).map(c -> c.all("ipV6Address")).orElseGet(List::of)) {
            if (address.text("origin").filter("manual"::equals).isPresent()) {
                Ipv6Prefix fixed = prefix(address);
                if (!fixed.isLinkLocal()) {
                    addresses.add(fixed);
                }
            }
        }
        return new Ipv6(
                spec.flag("ip", CONFIG, "dhcpV6Enabled"),
                spec.flag("ip", CONFIG, "autoConfigurationEnabled"),
                Optional.of(Collections.unmodifiableSortedSet(addresses)));
    }

    private static Ipv6Prefix prefix(Node address) throws UnreadableException {
        try {
            return Ipv6Prefix.parse(address.requiredText("ipAddress") + "/" + address.requiredText("prefixLength"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("An IPv6 address cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** None when there is nothing to say. */
    static Optional<Node> config(Optional<Ipv6> found, Ipv6 wanted) {
        Ipv6 before = found.orElseGet(Ipv6::unspecified);
        List<Node> fields = new ArrayList<>();
        Script.added(before.addresses(), wanted.addresses(), a -> fields.add(address(a, "add")));
        Script.removed(before.addresses(), wanted.addresses(), a -> fields.add(address(a, "remove")));
        wanted.routerAdvertisement().ifPresent(on -> fields.add(Node.flag("autoConfigurationEnabled", on)));
        wanted.dhcp().ifPresent(on -> fields.add(Node.flag("dhcpV6Enabled", on)));
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(Node.object(CONFIG, "HostIpConfigIpV6AddressConfiguration", fields));
    }

    private static Node address(Ipv6Prefix address, String operation) {
        String text = address.toString();
        int slash = text.indexOf('/');
        return Node.object(
                "ipV6Address",
                "HostIpConfigIpV6Address",
                Node.string("ipAddress", text.substring(0, slash)),
                Node.number("prefixLength", Integer.parseInt(text.substring(slash + 1))),
                Node.string("origin", "manual"),
                Node.string("operation", operation));
    }
}
