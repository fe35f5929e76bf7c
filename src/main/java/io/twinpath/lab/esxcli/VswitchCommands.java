package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.VirtualSwitch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code network vswitch standard …}, but for what is below it. */
final class VswitchCommands {

    static final String NAME = "vswitch-name";
    static final Option VSWITCH =
            Option.text("v", NAME, "The virtual switch to work on.").needed();

    static final List<Command> TABLE = List.of(
            read(
                    "network vswitch standard list",
                    "List the virtual switches.",
                    VswitchCommands::list,
                    Option.text("v", NAME, "Only this virtual switch.")),
            write(
                    "network vswitch standard add",
                    "Add a virtual switch.",
                    VswitchCommands::add,
                    VSWITCH,
                    Option.number("P", "ports", "Number of ports.")),
            write("network vswitch standard remove", "Remove a virtual switch.", VswitchCommands::remove, VSWITCH),
            write(
                    "network vswitch standard set",
                    "Set the MTU and discovery mode of a virtual switch.",
                    VswitchCommands::set,
                    VSWITCH,
                    Option.choice("c", "cdp-status", "Discovery mode.", "down", "listen", "advertise", "both"),
                    Option.number("m", "mtu", "MTU in bytes.")));

    private static final int LEAST_MTU = 1280;
    private static final int MOST_MTU = 9000;
    private static final int MOST_PORTS = 4096;
    private static final int HOST_PORTS = 5376;

    private VswitchCommands() {}

    /** Refuses an MTU that no virtual switch or interface takes. */
    static int mtu(int mtu) {
        if (mtu < LEAST_MTU || mtu > MOST_MTU) {
            throw new Fault("Invalid MTU " + mtu + ": must be between " + LEAST_MTU + " and " + MOST_MTU);
        }
        return mtu;
    }

    private static Output list(HostView host, Arguments arguments) {
        arguments.maybe(NAME).ifPresent(host::vswitch);
        return Output.records(host.host().vswitches.entrySet().stream()
                .filter(e -> arguments.text(NAME, e.getKey()).equals(e.getKey()))
                .map(e -> record(host, e))
                .toList());
    }

    /** Names only uplinks whose card is there; the newest first, as the host prints them. */
    private static Structure record(HostView host, Map.Entry<String, VirtualSwitch> entry) {
        VirtualSwitch vswitch = entry.getValue();
        List<String> uplinks = reversed(host.present(vswitch.uplinks));
        long vmks = host.host().vmkernel.values().stream()
                .filter(k -> vswitch.portGroups.containsKey(k.portGroup))
                .count();
        boolean beacon = "beacon".equals(vswitch.teaming.failureDetection);
        return Structure.of("VirtualSwitch", entry.getKey())
                .with("Name", entry.getKey())
                .with("Class", host.release().atLeast(6, 5) ? "cswitch" : "etherswitch")
                .with("Num Ports", HOST_PORTS)
                .with("Used Ports", 1 + 2L * uplinks.size() + vmks)
                .with("Configured Ports", vswitch.ports)
                .with("MTU", vswitch.mtu)
                .with("CDP Status", vswitch.cdp)
                .with("Beacon Enabled", beacon)
                .with("Beacon Interval", 1)
                .with("Beacon Threshold", 3)
                .with("Beacon Required By", Value.of(List.of()))
                .with("Uplinks", Value.of(uplinks))
                .with("Portgroups", Value.of(reversed(List.copyOf(vswitch.portGroups.keySet()))));
    }

    private static Output add(HostView host, Arguments arguments) {
        String name = arguments.text(NAME);
        int ports = arguments.number("ports").orElse(VirtualSwitch.DEFAULT_PORTS);
        if (host.host().vswitches.containsKey(name)) {
            throw new Fault("Unable to add virtual switch " + name + ": Already exists");
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,30}")) {
            throw new Fault("Unable to add virtual switch " + name + ": Invalid name");
        }
        if (ports < 1 || ports > MOST_PORTS) {
            throw new Fault("Unable to add virtual switch " + name + ": Invalid number of ports " + ports);
        }
        VirtualSwitch vswitch = new VirtualSwitch();
        vswitch.ports = ports;
        host.host().vswitches.put(name, vswitch);
        return Output.nothing();
    }

    private static Output remove(HostView host, Arguments arguments) {
        String name = arguments.text(NAME);
        VirtualSwitch vswitch = host.vswitch(name);
        boolean used =
                host.host().vmkernel.values().stream().anyMatch(k -> vswitch.portGroups.containsKey(k.portGroup));
        if (used) {
            throw new Fault("Unable to remove virtual switch " + name + ": in use by a vmkernel interface");
        }
        host.host().vswitches.remove(name);
        return Output.nothing();
    }

    private static Output set(HostView host, Arguments arguments) {
        VirtualSwitch vswitch = host.vswitch(arguments.text(NAME));
        int mtu = mtu(arguments.number("mtu").orElse(vswitch.mtu));
        vswitch.mtu = mtu;
        vswitch.cdp = arguments.text("cdp-status", vswitch.cdp);
        return Output.nothing();
    }

    private static List<String> reversed(List<String> names) {
        List<String> turned = new ArrayList<>(names);
        Collections.reverse(turned);
        return turned;
    }
}
