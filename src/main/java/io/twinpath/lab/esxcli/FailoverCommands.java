package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Failover;
import io.twinpath.lab.site.FailoverOrder;
import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.Teaming;
import io.twinpath.lab.site.VirtualSwitch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code … policy failover …} of virtual switches and port groups. */
final class FailoverCommands {

    private static final Option ACTIVE = Option.text("a", "active-uplinks", "Active uplinks in order, with commas.");
    private static final Option STANDBY = Option.text("s", "standby-uplinks", "Standby uplinks in order, with commas.");
    private static final Option BACK = Option.bool("b", "failback", "Whether to go back to a repaired uplink.");
    private static final Option DETECTION =
            Option.choice("f", "failure-detection", "How a failure is seen.", "beacon", "link");
    private static final Option BALANCING =
            Option.choice("l", "load-balancing", "How uplinks are chosen.", "explicit", "iphash", "mac", "portid");
    private static final Option NOTIFY = Option.bool("n", "notify-switches", "Whether to tell switches of a failover.");

    static final List<Command> TABLE = List.of(
            read(
                    "network vswitch standard policy failover get",
                    "Show the failover policy of a virtual switch.",
                    FailoverCommands::getSwitch,
                    VswitchCommands.VSWITCH),
            write(
                    "network vswitch standard policy failover set",
                    "Set the failover policy of a virtual switch.",
                    FailoverCommands::setSwitch,
                    ACTIVE,
                    BACK,
                    DETECTION,
                    BALANCING,
                    NOTIFY,
                    STANDBY,
                    VswitchCommands.VSWITCH),
            read(
                    "network vswitch standard portgroup policy failover get",
                    "Show the failover policy of a port group.",
                    FailoverCommands::getPortGroup,
                    PortGroupCommands.PORT_GROUP),
            write(
                    "network vswitch standard portgroup policy failover set",
                    "Set the failover policy of a port group.",
                    FailoverCommands::setPortGroup,
                    ACTIVE,
                    BACK,
                    DETECTION,
                    BALANCING,
                    NOTIFY,
                    PortGroupCommands.PORT_GROUP,
                    STANDBY,
                    Option.plain("u", "use-vswitch", "Take everything from the virtual switch again.")));

    private FailoverCommands() {}

    private static Output getSwitch(HostView host, Arguments arguments) {
        return Output.one(
                policy("VSwitchFailoverPolicy", Failover.of(host.vswitch(arguments.text(VswitchCommands.NAME)))));
    }

    private static Output getPortGroup(HostView host, Arguments arguments) {
        String name = arguments.text(PortGroupCommands.NAME);
        PortGroup portGroup = host.portGroup(name);
        Teaming own = portGroup.teaming;
        return Output.one(policy("PortGroupFailoverPolicy", Failover.of(host.switchOf(name), portGroup))
                .with("Override Vswitch Load Balancing", own.loadBalancing != null)
                .with("Override Vswitch Network Failure Detection", own.failureDetection != null)
                .with("Override Vswitch Notify Switches", own.notifySwitches != null)
                .with("Override Vswitch Failback", own.failback != null)
                .with("Override Vswitch Uplinks", own.active != null));
    }

    private static Structure policy(String type, FailoverOrder order) {
        return Structure.of(type)
                .with("Load Balancing", reading(order.loadBalancing()))
                .with("Network Failure Detection", order.failureDetection())
                .with("Notify Switches", order.notifySwitches())
                .with("Failback", order.failback())
                .with("Active Adapters", Value.of(order.active()))
                .with("Standby Adapters", Value.of(order.standby()))
                .with("Unused Adapters", Value.of(order.unused()));
    }

    /** Reading spells two of the words otherwise than setting. */
    private static String reading(String loadBalancing) {
        return switch (loadBalancing) {
            case "portid" -> "srcport";
            case "mac" -> "srcmac";
            default -> loadBalancing;
        };
    }

    private static Output setSwitch(HostView host, Arguments arguments) {
        VirtualSwitch vswitch = host.vswitch(arguments.text(VswitchCommands.NAME));
        apply(vswitch, vswitch.teaming, Failover.of(vswitch), arguments);
        return Output.nothing();
    }

    private static Output setPortGroup(HostView host, Arguments arguments) {
        String name = arguments.text(PortGroupCommands.NAME);
        PortGroup portGroup = host.portGroup(name);
        VirtualSwitch vswitch = host.switchOf(name);
        if (arguments.has("use-vswitch")) {
            portGroup.teaming = new Teaming();
        }
        apply(vswitch, portGroup.teaming, Failover.of(vswitch, portGroup), arguments);
        return Output.nothing();
    }

    /** Sets what is given. An order names only uplinks of the switch, each once; giving one list empties the other. */
    private static void apply(VirtualSwitch vswitch, Teaming teaming, FailoverOrder now, Arguments arguments) {
        Optional<List<String>> active = arguments.names(ACTIVE.name());
        Optional<List<String>> standby = arguments.names(STANDBY.name());
        if (active.isPresent() || standby.isPresent()) {
            List<String> first = active.orElseGet(() -> without(now.active(), standby.orElse(List.of())));
            List<String> second = standby.orElse(List.of());
            check(vswitch, first, second, arguments.text(BALANCING.name(), now.loadBalancing()));
            teaming.active = first;
            teaming.standby = second;
        }
        arguments.bool(BACK.name()).ifPresent(b -> teaming.failback = b);
        arguments.bool(NOTIFY.name()).ifPresent(n -> teaming.notifySwitches = n);
        arguments.maybe(DETECTION.name()).ifPresent(d -> teaming.failureDetection = d);
        arguments.maybe(BALANCING.name()).ifPresent(l -> teaming.loadBalancing = l);
    }

    private static void check(VirtualSwitch vswitch, List<String> active, List<String> standby, String balancing) {
        List<String> all = Stream.concat(active.stream(), standby.stream()).toList();
        for (String uplink : all) {
            if (!vswitch.uplinks.contains(uplink)) {
                throw new Fault("Unable to set failover policy: " + uplink + " is not an uplink of the virtual switch");
            }
        }
        if (new HashSet<>(all).size() != all.size()) {
            throw new Fault("Unable to set failover policy: an uplink is named twice");
        }
        if (balancing.equals("iphash") && !standby.isEmpty()) {
            throw new Fault("Unable to set failover policy: IP hash allows no standby uplinks");
        }
    }

    private static List<String> without(List<String> names, List<String> others) {
        return names.stream().filter(n -> !others.contains(n)).toList();
    }
}
