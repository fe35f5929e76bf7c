package io.twinpath.kind.vmkernel;

import io.twinpath.model.Ipv6Prefix;
import io.twinpath.model.shape.Doc;
import java.util.Optional;
import java.util.SortedSet;

/** What an interface has of IPv6. The link-local address is its own and not spoken of. */
public record Ipv6(
        @Doc("Whether it asks a DHCP server for addresses.") Optional<Boolean> dhcp,

        @Doc("Whether it takes addresses from what routers advertise.")
        Optional<Boolean> routerAdvertisement,

        @Doc("Its fixed addresses with their prefix lengths; exactly these.")
        Optional<SortedSet<Ipv6Prefix>> addresses) {

    static Ipv6 unspecified() {
        return new Ipv6(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
