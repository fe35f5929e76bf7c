package io.twinpath.lab.site;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VMkernel network interface as configured. */
public final class Vmk {

    public String portGroup = "";

    /** Address and prefix such as {@code 10.20.0.113/24}; empty for none. */
    public String ip = "";

    public boolean dhcpv6;

    /** Null for what the release does by itself. */
    public @Nullable Boolean routerAdvertisement;

    /** Fixed IPv6 addresses with their prefixes, such as {@code 2001:db8::10/64}. */
    public List<String> ipv6 = new ArrayList<>();

    public int mtu = 1500;
    public boolean enabled = true;
    public List<String> tags = new ArrayList<>();

    /** Empty: worked out from the names of host and interface. */
    public String mac = "";

    public String gateway = "0.0.0.0";

    /** Such as {@code defaultTcpipStack}. */
    public String netstack = "defaultTcpipStack";

    /** The address without its prefix; empty for none. */
    public String address() {
        int slash = ip.indexOf('/');
        return slash < 0 ? ip : ip.substring(0, slash);
    }
}
