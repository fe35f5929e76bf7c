package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Ipv4;
import io.twinpath.lab.site.Vmk;
import java.util.List;

/** {@code network ip interface ipv4 …} */
final class AddressCommands {

    private static final Option ONLY = Option.text("i", InterfaceCommands.NAME, "Only this interface.");

    static final List<Command> TABLE = List.of(
            read("network ip interface ipv4 get", "List IPv4 addresses.", AddressCommands::get, ONLY),
            read("network ip interface ipv4 address list", "List IPv4 addresses.", AddressCommands::get, ONLY),
            write(
                    "network ip interface ipv4 set",
                    "Set the IPv4 address of an interface.",
                    AddressCommands::set,
                    Option.text("g", "gateway", "Its gateway."),
                    InterfaceCommands.INTERFACE,
                    Option.text("I", "ipv4", "Its address."),
                    Option.text("N", "netmask", "Its netmask."),
                    Option.bool("P", "peer-dns", "Whether to take DNS from DHCP."),
                    Option.choice("t", "type", "Where the address comes from.", "dhcp", "none", "static")
                            .needed()));

    private static final String NO_ADDRESS = "0.0.0.0";

    private AddressCommands() {}

    private static Output get(HostView host, Arguments arguments) {
        arguments.maybe(InterfaceCommands.NAME).ifPresent(host::vmk);
        return Output.table(host.host().vmkernel.keySet().stream()
                .filter(n -> arguments.text(InterfaceCommands.NAME, n).equals(n))
                .map(n -> row(host, n))
                .toList());
    }

    private static Structure row(HostView host, String name) {
        Vmk vmk = host.vmk(name);
        boolean none = vmk.ip.isEmpty();
        long mask = none ? 0 : Ipv4.mask(Ipv4.prefix(vmk.ip));
        long address = Ipv4.parse(vmk.address()).orElse(0);
        return Structure.of("IPv4Interface")
                .with("Name", name)
                .with("IPv4 Address", none ? NO_ADDRESS : vmk.address())
                .with("IPv4 Netmask", Ipv4.text(mask))
                .with("IPv4 Broadcast", none ? NO_ADDRESS : Ipv4.text(address | (~mask & 0xffff_ffffL)))
                .with("Address Type", none ? "NONE" : "STATIC")
                .withWhen(host.release().atLeast(6, 5), "Gateway", Value.of(vmk.gateway))
                .with("DHCP DNS", false);
    }

    private static Output set(HostView host, Arguments arguments) {
        Vmk vmk = host.vmk(arguments.text(InterfaceCommands.NAME));
        vmk.ip = switch (arguments.text("type")) {
            case "none" -> "";
            case "dhcp" -> throw new Fault("Unable to set address: no DHCP server answers");
            default -> address(host, vmk, arguments);
        };
        arguments.maybe("gateway").ifPresent(g -> vmk.gateway = checked(g));
        return Output.nothing();
    }

    private static String address(HostView host, Vmk vmk, Arguments arguments) {
        if (!arguments.has("ipv4") || !arguments.has("netmask")) {
            throw new Fault("Unable to set address: a static address needs --ipv4 and --netmask");
        }
        String ip = checked(arguments.text("ipv4"));
        int bits = Ipv4.bits(arguments.text("netmask"));
        if (bits < 1) {
            throw new Fault("Invalid netmask: " + arguments.text("netmask"));
        }
        boolean taken = host.host().vmkernel.values().stream()
                .anyMatch(v -> v != vmk && v.address().equals(ip));
        if (taken) {
            throw new Fault("Unable to set address: " + ip + " is used by another interface");
        }
        return ip + "/" + bits;
    }

    private static String checked(String ip) {
        if (!Ipv4.valid(ip)) {
            throw new Fault("Invalid IP address: " + ip);
        }
        return ip;
    }
}
