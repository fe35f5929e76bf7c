package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Nic;
import io.twinpath.lab.site.NicSettings;
import java.util.List;

/** {@code network nic …} */
final class NicCommands {

    private static final String NAME = "nic-name";
    private static final Option NIC =
            Option.text("n", NAME, "The vmnic to work on.").needed();

    static final List<Command> TABLE = List.of(
            read("network nic list", "List the physical NICs that a driver serves.", NicCommands::list),
            read("network nic get", "Show the settings of one physical NIC.", NicCommands::get, NIC),
            write("network nic up", "Bring a NIC up.", (h, a) -> up(h, a, true), NIC),
            write("network nic down", "Bring a NIC down.", (h, a) -> up(h, a, false), NIC),
            write(
                    "network nic set",
                    "Set negotiation, speed and duplex of a NIC.",
                    NicCommands::set,
                    NIC,
                    Option.plain("a", "auto", "Negotiate speed and duplex."),
                    Option.choice("D", "duplex", "Duplex when not negotiated: full or half.", "full", "half"),
                    Option.number("S", "speed", "Speed in Mb/s when not negotiated."),
                    Option.number("l", "message-level", "Driver message level."),
                    Option.number("P", "phy-address", "PHY address."),
                    Option.text("p", "port", "Port type."),
                    Option.text("t", "transceiver-type", "Transceiver type."),
                    Option.text("V", "virtual-address", "Virtual hardware address."),
                    Option.text("w", "wake-on-lan", "Wake-on-LAN options.")));

    private static final int DEFAULT_MTU = 1500;
    private static final String FULL = "Full";
    private static final String UP = "Up";
    private static final String DOWN = "Down";

    private NicCommands() {}

    private static Output list(HostView host, Arguments arguments) {
        return Output.table(host.nics().stream().map(n -> row(host, n)).toList());
    }

    private static Structure row(HostView host, Nic nic) {
        boolean up = host.linkUp(nic);
        boolean single = !host.release().atLeast(6, 0);
        String link = up ? UP : DOWN;
        String pci = single ? nic.address().replaceFirst(":", ":0") : nic.address();
        return Structure.of("Nic")
                .with("Name", nic.name())
                .with("PCI Device", pci)
                .with("Driver", nic.driver())
                .withWhen(single, "Link", Value.of(link))
                .withWhen(!single, "Admin Status", Value.of(settings(host, nic).up ? UP : DOWN))
                .withWhen(!single, "Link Status", Value.of(link))
                .with("Speed", up ? speed(host, nic) : 0)
                .with("Duplex", up && settings(host, nic).fullDuplex ? FULL : "Half")
                .with("MAC Address", nic.mac())
                .with("MTU", mtu(host, nic))
                .with(
                        "Description",
                        nic.model().vendorName() + " " + nic.model().deviceName())
                .hiddenWhen(!single, "Link", Value.of(link))
                .hiddenWhen(host.release().atLeast(8, 0), "DPUId", Value.of("N/A"));
    }

    private static Output get(HostView host, Arguments arguments) {
        Nic nic = find(host, arguments);
        NicSettings set = settings(host, nic);
        boolean up = host.linkUp(nic);
        boolean copper = nic.model().speed() <= 1000;
        return Output.one(Structure.of("NICInfo")
                .with("Advertised Auto Negotiation", true)
                .with("Advertised Link Modes", Value.of(modes(nic)))
                .with("Auto Negotiation", set.autoNegotiate)
                .withWhen(host.release().atLeast(8, 0), "Backing DPUId", Value.of("N/A"))
                .with("Cable Type", copper ? "Twisted Pair" : "DA")
                .with("Current Message Level", 0)
                .with("Driver Info", new Value.Nested(driver(nic)))
                .with("Link Detected", up)
                .with("Link Status", up ? "Up " : "Down ")
                .with("Name", nic.name())
                .with("PHYAddress", 0)
                .with("Pause Autonegotiate", false)
                .with("Pause RX", false)
                .with("Pause TX", false)
                .with("Supported Ports", Value.of(List.of(copper ? "TP" : "DA")))
                .with("Supports Auto Negotiation", true)
                .with("Supports Pause", true)
                .with("Supports Wakeon", copper)
                .with("Transceiver", "")
                .with("Virtual Address", "00:50:56:5" + nic.mac().substring(10))
                .with("Wakeon", Value.of(copper ? List.of("MagicPacket(tm)") : List.of("None"))));
    }

    private static Structure driver(Nic nic) {
        String bus = nic.address().substring(0, 10) + ":" + nic.port();
        return Structure.of("NICDriverInfo")
                .with("Bus Info", bus)
                .with("Driver", nic.driver())
                .with("Firmware Version", "7.15.97")
                .with("Version", "1.0.86.0");
    }

    private static List<String> modes(Nic nic) {
        return nic.model().speed() > 1000
                ? List.of("1000BaseT/Full", "10000BaseT/Full")
                : List.of("Auto", "10BaseT/Half", "10BaseT/Full", "100BaseT/Half", "100BaseT/Full", "1000BaseT/Full");
    }

    private static Output up(HostView host, Arguments arguments, boolean up) {
        host.host().nicSettings(find(host, arguments).name()).up = up;
        return Output.nothing();
    }

    private static Output set(HostView host, Arguments arguments) {
        Nic nic = find(host, arguments);
        NicSettings settings = host.host().nicSettings(nic.name());
        int speed = arguments.number("speed").orElse(settings.speed);
        if (speed > nic.model().speed() || speed < 0) {
            throw new Fault("Unable to set speed: Invalid argument");
        }
        settings.speed = speed;
        settings.fullDuplex = arguments.maybe("duplex").map("full"::equals).orElse(settings.fullDuplex);
        settings.autoNegotiate = arguments.has("auto")
                || (settings.autoNegotiate && !arguments.has("speed") && !arguments.has("duplex"));
        return Output.nothing();
    }

    private static NicSettings settings(HostView host, Nic nic) {
        NicSettings found = host.host().nics.get(nic.name());
        return found == null ? new NicSettings() : found;
    }

    private static int speed(HostView host, Nic nic) {
        NicSettings settings = settings(host, nic);
        return settings.autoNegotiate || settings.speed == 0 ? nic.model().speed() : settings.speed;
    }

    private static int mtu(HostView host, Nic nic) {
        return host.host().vswitches.values().stream()
                .filter(v -> v.uplinks.contains(nic.name()))
                .mapToInt(v -> v.mtu)
                .findFirst()
                .orElse(DEFAULT_MTU);
    }

    private static Nic find(HostView host, Arguments arguments) {
        String name = arguments.text(NAME);
        return host.nic(name).orElseThrow(() -> new Fault("Unable to find NIC " + name));
    }
}
