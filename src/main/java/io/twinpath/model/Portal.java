package io.twinpath.model;

/**
 * An iSCSI portal: where an array listens.
 *
 * @param ip its address
 * @param port its TCP port; 3260 when nothing else is written
 */
public record Portal(Ipv4 ip, int port) implements Comparable<Portal> {

    public static final int STANDARD_PORT = 3260;

    public Portal {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a TCP port is 1 to 65535, not " + port);
        }
    }

    public static Portal parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new Portal(Ipv4.parse(text), STANDARD_PORT);
        }
        String port = text.substring(colon + 1);
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("a portal is an address with an optional port, such as 10.20.0.11:3260");
        }
        return new Portal(Ipv4.parse(text.substring(0, colon)), Integer.parseInt(port));
    }

    @Override
    public int compareTo(Portal other) {
        int byIp = ip.compareTo(other.ip);
        return byIp != 0 ? byIp : Integer.compare(port, other.port);
    }

    @Override
    public String toString() {
        return ip + ":" + port;
    }
}
