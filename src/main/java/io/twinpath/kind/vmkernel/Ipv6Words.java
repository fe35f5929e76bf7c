package io.twinpath.kind.vmkernel;

import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Row;
import io.twinpath.kind.Script;
import io.twinpath.model.Ipv6Prefix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * IPv6 in the words of {@code esxcli network ip interface ipv6}. Options and the order and width of the columns are told by
 * public scripts and tests; the names of the columns are inferred from them, so that the first may be either of two.
 */
final class Ipv6Words {

    static final EsxcliQuery SETTINGS = EsxcliQuery.of("network ip interface ipv6 get");
    static final EsxcliQuery ADDRESSES = EsxcliQuery.of("network ip interface ipv6 address list");

    private Ipv6Words() {}

    /** Empty when the host was not asked. */
    static Optional<Ipv6> read(String name, Replies replies) throws UnreadableException {
        if (!replies.has(SETTINGS) || !replies.has(ADDRESSES)) {
            return Optional.empty();
        }
        Optional<Boolean> dhcp = Optional.empty();
        Optional<Boolean> advertised = Optional.empty();
        for (Row row : replies.rows(SETTINGS)) {
            if (isOf(row, name)) {
                dhcp = row.flag("DHCPv6 Enabled");
                advertised = row.flag("Router Adv Enabled");
            }
        }
        SortedSet<Ipv6Prefix> addresses = new TreeSet<>();
        for (Row row : replies.rows(ADDRESSES)) {
            if (isOf(row, name)
                    && row.text("Type").filter("STATIC"::equalsIgnoreCase).isPresent()) {
                Ipv6Prefix address = address(row);
                if (!address.isLinkLocal()) {
                    addresses.add(address);
                }
            }
        }
        return Optional.of(new Ipv6(dhcp, advertised, Optional.of(Collections.unmodifiableSortedSet(addresses))));
    }

    private static boolean isOf(Row row, String name) {
        return row.text("Interface")
                .or(() -> row.text("Name"))
                .filter(name::equals)
                .isPresent();
    }

    private static Ipv6Prefix address(Row row) throws UnreadableException {
        try {
            return Ipv6Prefix.parse(row.need("Address") + "/" + row.need("Netmask"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(row.source() + ": " + e.getMessage() + ".", e);
        }
    }

    /** New addresses before old ones go. */
    static void script(Script script, Option name, Ipv6 before, Ipv6 after) {
        List<Option> options = new ArrayList<>(List.of(name));
        if (Script.differs(before.dhcp(), after.dhcp())) {
            options.add(Option.of("enable-dhcpv6", after.dhcp().orElseThrow()));
        }
        if (Script.differs(before.routerAdvertisement(), after.routerAdvertisement())) {
            options.add(
                    Option.of("enable-router-adv", after.routerAdvertisement().orElseThrow()));
        }
        if (options.size() > 1) {
            script.add("network ip interface ipv6 set", options);
        }
        Script.added(before.addresses(), after.addresses(), a -> address(script, "add", name, a));
        Script.removed(before.addresses(), after.addresses(), a -> address(script, "remove", name, a));
    }

    private static void address(Script script, String verb, Option name, Ipv6Prefix address) {
        script.add("network ip interface ipv6 address " + verb, name, Option.of("ipv6", address.toString()));
    }
}
