package io.twinpath.lab.esxcli;

import java.util.Set;

/** The TCP/IP stacks that a call can name. */
final class Netstacks {

    static final String NAME = "netstack";
    static final Option OPTION = Option.text("N", NAME, "The TCP/IP stack; the default one without it.");

    private static final String DEFAULT = "defaultTcpipStack";
    private static final Set<String> SYSTEM = Set.of(DEFAULT, "vmotion", "vSphereProvisioning");

    private Netstacks() {}

    /** The stack that a call is about. */
    static String of(HostView host, Arguments arguments) {
        String name = arguments.text(NAME, DEFAULT);
        boolean used = host.host().vmkernel.values().stream().anyMatch(v -> v.netstack.equals(name));
        if (!used && !host.host().netstacks.contains(name) && !SYSTEM.contains(name)) {
            throw new Fault("Unable to find netstack instance " + name);
        }
        return name;
    }
}
