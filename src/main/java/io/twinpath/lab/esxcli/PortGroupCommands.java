package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Host;
import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.VirtualSwitch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code network vswitch standard portgroup …} */
final class PortGroupCommands {

    static final String NAME = "portgroup-name";
    static final Option PORT_GROUP =
            Option.text("p", NAME, "The port group to work on.").needed();

    static final List<Command> TABLE = List.of(
            read("network vswitch standard portgroup list", "List the port groups.", PortGroupCommands::list),
            write(
                    "network vswitch standard portgroup add",
                    "Add a port group to a virtual switch.",
                    PortGroupCommands::add,
                    PORT_GROUP,
                    VswitchCommands.VSWITCH),
            write(
                    "network vswitch standard portgroup remove",
                    "Remove a port group.",
                    PortGroupCommands::remove,
                    PORT_GROUP,
                    VswitchCommands.VSWITCH),
            write(
                    "network vswitch standard portgroup set",
                    "Set the VLAN of a port group.",
                    PortGroupCommands::set,
                    PORT_GROUP,
                    Option.number("v", "vlan-id", "0 for none, 1 to 4094 for a tag, 4095 for all.")));

    private static final int MOST_VLAN = 4095;

    private PortGroupCommands() {}

    private static Output list(HostView host, Arguments arguments) {
        return Output.table(host.host().vswitches.entrySet().stream()
                .flatMap(v -> rows(host.host(), v))
                .sorted(Comparator.comparing(s -> s.fields().getFirst().value().plain()))
                .toList());
    }

    private static Stream<Structure> rows(Host host, Map.Entry<String, VirtualSwitch> vswitch) {
        return vswitch.getValue().portGroups.entrySet().stream()
                .map(p -> Structure.of("PortGroup")
                        .with("Name", p.getKey())
                        .with("Virtual Switch", vswitch.getKey())
                        .with(
                                "Active Clients",
                                host.vmkernel.values().stream()
                                        .filter(k -> k.portGroup.equals(p.getKey()))
                                        .count())
                        .with("VLAN ID", p.getValue().vlan));
    }

    private static Output add(HostView host, Arguments arguments) {
        VirtualSwitch vswitch = host.vswitch(arguments.text(VswitchCommands.NAME));
        String name = arguments.text(NAME);
        if (host.host().switchOf(name).isPresent()) {
            throw new Fault("Unable to add portgroup " + name + ": Already exists");
        }
        if (name.isBlank() || name.length() > 80) {
            throw new Fault("Unable to add portgroup: Invalid name");
        }
        vswitch.portGroups.put(name, new PortGroup());
        return Output.nothing();
    }

    private static Output remove(HostView host, Arguments arguments) {
        VirtualSwitch vswitch = host.vswitch(arguments.text(VswitchCommands.NAME));
        String name = arguments.text(NAME);
        if (!vswitch.portGroups.containsKey(name)) {
            throw new Fault("Unable to find a portgroup named " + name + " on this virtual switch");
        }
        if (host.host().vmkernel.values().stream().anyMatch(k -> k.portGroup.equals(name))) {
            throw new Fault("Unable to remove portgroup " + name + ": Busy");
        }
        vswitch.portGroups.remove(name);
        return Output.nothing();
    }

    private static Output set(HostView host, Arguments arguments) {
        PortGroup portGroup = host.portGroup(arguments.text(NAME));
        int vlan = arguments.number("vlan-id").orElse(portGroup.vlan);
        if (vlan < 0 || vlan > MOST_VLAN) {
            throw new Fault("Invalid VLAN ID " + vlan + ": must be between 0 and " + MOST_VLAN);
        }
        portGroup.vlan = vlan;
        return Output.nothing();
    }
}
