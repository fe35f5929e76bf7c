package io.twinpath.kind.route;

import io.twinpath.model.Cidr;
import java.util.Optional;

/**
 * What the name of a route means.
 *
 * @param network where it leads
 * @param stack the TCP/IP stack
 */
record Destination(Cidr network, String stack) {

    static final String DEFAULT_STACK = "defaultTcpipStack";

    private static final String DEFAULT = "default";
    private static final Cidr ALL = Cidr.parse("0.0.0.0/0");

    /** Empty when the name is not one that a route can have. */
    static Optional<Destination> of(String name) {
        int at = name.indexOf('@');
        String stack = at < 0 ? DEFAULT_STACK : name.substring(at + 1);
        try {
            Destination meant = new Destination(network(at < 0 ? name : name.substring(0, at)), stack);
            return meant.name().equals(name) && stack.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
                    ? Optional.of(meant)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As a host writes it. */
    static Cidr network(String text) {
        return text.equals(DEFAULT) ? ALL : Cidr.parse(text);
    }

    boolean six() {
        return network.ip().six();
    }

    /** Whether it leads everywhere. */
    boolean everywhere() {
        return network.length() == 0;
    }

    /** What a command takes for the network. */
    String word() {
        if (everywhere()) {
            return DEFAULT;
        }
        return network.ip() + "/" + network.length();
    }

    /** Without the stack when it is the default one; what {@link #of} reads. */
    String name() {
        String network = everywhere() && six() ? "::/0" : word();
        return stack.equals(DEFAULT_STACK) ? network : network + "@" + stack;
    }
}
