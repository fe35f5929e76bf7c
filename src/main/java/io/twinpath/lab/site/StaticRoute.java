package io.twinpath.lab.site;

/**
 * A route that somebody set.
 *
 * @param stack such as {@code defaultTcpipStack}
 * @param network such as {@code 10.30.0.0/16}; {@code default} for everything
 * @param gateway of the same IP version
 */
public record StaticRoute(String stack, String network, String gateway) {

    public static final String EVERYWHERE = "default";

    /** Whether it is for IPv6. */
    public boolean six() {
        return Inet.six(gateway);
    }

    /** Whether network and gateway are what they should be, of one version. */
    boolean fits() {
        boolean sixNetwork = Inet.network(network) && network.indexOf(':') >= 0;
        return Inet.address(gateway) && (network.equals(EVERYWHERE) || (Inet.network(network) && sixNetwork == six()));
    }

    /** The bits of the prefix; 0 for everything. */
    public int bits() {
        return network.equals(EVERYWHERE) ? 0 : Integer.parseInt(network.substring(network.indexOf('/') + 1));
    }

    /** Whether an IPv4 address lies behind it. */
    boolean leadsTo(String ip) {
        return !six() && (network.equals(EVERYWHERE) || Ipv4.inSubnet(ip, network));
    }
}
