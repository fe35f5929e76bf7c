package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.VirtualSwitch;
import java.util.List;

/** {@code network vswitch standard uplink …} */
final class UplinkCommands {

    private static final String UPLINK = "uplink-name";
    private static final Option NIC =
            Option.text("u", UPLINK, "The vmnic to work on.").needed();

    static final List<Command> TABLE = List.of(
            write(
                    "network vswitch standard uplink add",
                    "Add an uplink to a virtual switch.",
                    UplinkCommands::add,
                    NIC,
                    VswitchCommands.VSWITCH),
            write(
                    "network vswitch standard uplink remove",
                    "Take an uplink from a virtual switch.",
                    UplinkCommands::remove,
                    NIC,
                    VswitchCommands.VSWITCH));

    private UplinkCommands() {}

    private static Output add(HostView host, Arguments arguments) {
        VirtualSwitch vswitch = host.vswitch(arguments.text(VswitchCommands.NAME));
        String vmnic = arguments.text(UPLINK);
        if (host.nic(vmnic).isEmpty()) {
            throw new Fault("Unable to Add: No such device " + vmnic);
        }
        if (host.host().vswitches.values().stream().anyMatch(v -> v.uplinks.contains(vmnic))) {
            throw new Fault("Unable to Set: Busy");
        }
        vswitch.uplinks.add(vmnic);
        return Output.nothing();
    }

    /** Also takes away an uplink whose card is gone. */
    private static Output remove(HostView host, Arguments arguments) {
        VirtualSwitch vswitch = host.vswitch(arguments.text(VswitchCommands.NAME));
        String vmnic = arguments.text(UPLINK);
        if (!vswitch.uplinks.contains(vmnic)) {
            throw new Fault("Unable to Remove: " + vmnic + " is not an uplink of this virtual switch");
        }
        vswitch.removeUplink(vmnic);
        return Output.nothing();
    }
}
