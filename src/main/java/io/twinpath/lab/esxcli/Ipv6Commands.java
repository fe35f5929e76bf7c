package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Vmk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code network ip interface ipv6 …} */
final class Ipv6Commands {

    private static final Option ONLY = Option.text("n", InterfaceCommands.NAME, "Only this interface.");
    private static final Option ADDRESS =
            Option.text("I", "ipv6", "The address with its prefix length.").needed();

    static final List<Command> TABLE = List.of(
            read("network ip interface ipv6 get", "Show where IPv6 addresses come from.", Ipv6Commands::get, ONLY),
            write(
                    "network ip interface ipv6 set",
                    "Set where IPv6 addresses come from.",
                    Ipv6Commands::set,
                    Option.bool("d", "enable-dhcpv6", "Whether to ask DHCP."),
                    Option.bool("r", "enable-router-adv", "Whether to listen to routers."),
                    InterfaceCommands.INTERFACE),
            read("network ip interface ipv6 address list", "List IPv6 addresses.", Ipv6Commands::list),
            write(
                    "network ip interface ipv6 address add",
                    "Add a fixed IPv6 address.",
                    Ipv6Commands::add,
                    InterfaceCommands.INTERFACE,
                    ADDRESS),
            write(
                    "network ip interface ipv6 address remove",
                    "Remove a fixed IPv6 address.",
                    Ipv6Commands::remove,
                    InterfaceCommands.INTERFACE,
                    ADDRESS));

    private Ipv6Commands() {}

    private static Output get(HostView host, Arguments arguments) {
        arguments.maybe(InterfaceCommands.NAME).ifPresent(host::vmk);
        return Output.table(host.host().vmkernel.keySet().stream()
                .filter(n -> arguments.text(InterfaceCommands.NAME, n).equals(n))
                .map(n -> Structure.of("IPv6Interface")
                        .with("Name", n)
                        .with("DHCPv6 Enabled", host.vmk(n).dhcpv6)
                        .with("Router Adv Enabled", listens(host, host.vmk(n)))
                        .with("DHCP DNS", false))
                .toList());
    }

    /** From 6.5 on an interface listens to routers unless it is told not to (vSphere 6.5 networking guide). */
    private static boolean listens(HostView host, Vmk vmk) {
        return Optional.ofNullable(vmk.routerAdvertisement)
                .orElseGet(() -> host.release().atLeast(6, 5));
    }

    private static Output set(HostView host, Arguments arguments) {
        Vmk vmk = host.vmk(arguments.text(InterfaceCommands.NAME));
        vmk.dhcpv6 = arguments.bool("enable-dhcpv6", vmk.dhcpv6);
        vmk.routerAdvertisement = arguments.bool("enable-router-adv", listens(host, vmk));
        return Output.nothing();
    }

    private static Output list(HostView host, Arguments arguments) {
        return Output.table(host.host().vmkernel.entrySet().stream()
                .flatMap(e -> e.getValue().ipv6.stream()
                        .map(a -> Structure.of("IPv6Address")
                                .with("Interface", e.getKey())
                                .with("Address", a.substring(0, a.indexOf('/')))
                                .with("Netmask", Integer.parseInt(a.substring(a.indexOf('/') + 1)))
                                .with("Type", "STATIC")
                                .with("Status", "PREFERRED")))
                .toList());
    }

    private static Output add(HostView host, Arguments arguments) {
        List<String> addresses = host.vmk(arguments.text(InterfaceCommands.NAME)).ipv6;
        String address = address(arguments);
        if (addresses.contains(address)) {
            throw new Fault("Unable to add address " + address + ": Already exists");
        }
        addresses.add(address);
        return Output.nothing();
    }

    private static Output remove(HostView host, Arguments arguments) {
        String address = address(arguments);
        if (!host.vmk(arguments.text(InterfaceCommands.NAME)).ipv6.remove(address)) {
            throw new Fault("Unable to remove address " + address + ": Not found");
        }
        return Output.nothing();
    }

    private static String address(Arguments arguments) {
        String text = arguments.text("ipv6").toLowerCase(Locale.ROOT);
        if (!text.matches("[0-9a-f:]{2,39}/([0-9]|[1-9][0-9]|1[01][0-9]|12[0-8])") || !text.contains(":")) {
            throw new Fault("Invalid IPv6 address: " + text);
        }
        return text;
    }
}
