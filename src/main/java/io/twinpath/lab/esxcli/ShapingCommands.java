package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.Shaping;
import java.util.List;
import java.util.Optional;

/** {@code … policy shaping …} of virtual switches and port groups. */
final class ShapingCommands {

    private static final Option AVERAGE = Option.number("b", "avg-bandwidth", "Average in Kb/s.");
    private static final Option PEAK = Option.number("k", "peak-bandwidth", "Peak in Kb/s.");
    private static final Option BURST = Option.number("t", "burst-size", "Burst in KiB.");
    private static final Option ENABLED = Option.bool("e", "enabled", "Whether to shape at all.");

    static final List<Command> TABLE = List.of(
            read(
                    "network vswitch standard policy shaping get",
                    "Show the shaping policy of a virtual switch.",
                    (h, a) -> Output.one(policy(h.vswitch(a.text(VswitchCommands.NAME)).shaping)),
                    VswitchCommands.VSWITCH),
            write(
                    "network vswitch standard policy shaping set",
                    "Set the shaping policy of a virtual switch.",
                    (h, a) -> set(h.vswitch(a.text(VswitchCommands.NAME)).shaping, a),
                    AVERAGE,
                    PEAK,
                    BURST,
                    ENABLED,
                    VswitchCommands.VSWITCH),
            read(
                    "network vswitch standard portgroup policy shaping get",
                    "Show the shaping policy of a port group.",
                    ShapingCommands::getPortGroup,
                    PortGroupCommands.PORT_GROUP),
            write(
                    "network vswitch standard portgroup policy shaping set",
                    "Set the shaping policy of a port group.",
                    ShapingCommands::setPortGroup,
                    AVERAGE,
                    PEAK,
                    BURST,
                    ENABLED,
                    PortGroupCommands.PORT_GROUP,
                    Option.plain("u", "use-vswitch", "Take everything from the virtual switch again.")));

    private ShapingCommands() {}

    private static Output getPortGroup(HostView host, Arguments arguments) {
        String name = arguments.text(PortGroupCommands.NAME);
        Optional<Shaping> own = Optional.ofNullable(host.portGroup(name).shaping);
        return Output.one(policy(own.orElseGet(() -> host.switchOf(name).shaping))
                .with("Override Vswitch Settings", own.isPresent()));
    }

    private static Structure policy(Shaping shaping) {
        return Structure.of("ShapingPolicy")
                .with("Enabled", shaping.enabled)
                .with("Average Bandwidth", new Value.Whole(shaping.average, "Kbps"))
                .with("Peak Bandwidth", new Value.Whole(shaping.peak, "Kbps"))
                .with("Burst Size", new Value.Whole(shaping.burst, "KiB"));
    }

    private static Output setPortGroup(HostView host, Arguments arguments) {
        PortGroup portGroup = host.portGroup(arguments.text(PortGroupCommands.NAME));
        if (arguments.has("use-vswitch")) {
            portGroup.shaping = null;
            return Output.nothing();
        }
        Shaping shaping = Optional.ofNullable(portGroup.shaping).orElseGet(Shaping::new);
        Output done = set(shaping, arguments);
        portGroup.shaping = shaping;
        return done;
    }

    private static Output set(Shaping shaping, Arguments arguments) {
        boolean enabled = arguments.bool(ENABLED.name(), shaping.enabled);
        boolean rates = arguments.has(AVERAGE.name()) && arguments.has(PEAK.name()) && arguments.has(BURST.name());
        if (enabled && !shaping.enabled && !rates) {
            throw new Fault("Unable to enable shaping: average, peak and burst are needed");
        }
        shaping.enabled = enabled;
        shaping.average = arguments.number(AVERAGE.name()).orElse(shaping.average);
        shaping.peak = arguments.number(PEAK.name()).orElse(shaping.peak);
        shaping.burst = arguments.number(BURST.name()).orElse(shaping.burst);
        return Output.nothing();
    }
}
