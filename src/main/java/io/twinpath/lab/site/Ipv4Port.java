package io.twinpath.lab.site;

/** Addresses written as {@code 10.20.0.11:3260}. */
public final class Ipv4Port {

    private Ipv4Port() {}

    public static String ip(String address) {
        int colon = address.indexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    /** With the iSCSI port added when there is none. */
    public static String full(String address) {
        return address.contains(":") ? address : address + ":" + Portal.PORT;
    }

    public static boolean valid(String address) {
        String port = full(address).substring(full(address).indexOf(':') + 1);
        return Ipv4.valid(ip(address)) && port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65_535;
    }
}
