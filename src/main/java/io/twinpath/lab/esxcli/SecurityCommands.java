package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.PortGroup;
import io.twinpath.lab.site.Security;
import java.util.List;

/** {@code … policy security …} of virtual switches and port groups. */
final class SecurityCommands {

    private static final Option FORGED =
            Option.bool("f", "allow-forged-transmits", "Whether others' addresses may send.");
    private static final Option MAC = Option.bool("m", "allow-mac-change", "Whether a guest may change its address.");
    private static final Option PROMISCUOUS =
            Option.bool("o", "allow-promiscuous", "Whether a guest may see all frames.");
    private static final Option SWITCH_PROMISCUOUS =
            Option.bool("p", "allow-promiscuous", "Whether a guest may see all frames.");

    static final List<Command> TABLE = List.of(
            read(
                    "network vswitch standard policy security get",
                    "Show the security policy of a virtual switch.",
                    SecurityCommands::getSwitch,
                    VswitchCommands.VSWITCH),
            write(
                    "network vswitch standard policy security set",
                    "Set the security policy of a virtual switch.",
                    (h, a) -> set(h.vswitch(a.text(VswitchCommands.NAME)).security, a),
                    FORGED,
                    MAC,
                    SWITCH_PROMISCUOUS,
                    VswitchCommands.VSWITCH),
            read(
                    "network vswitch standard portgroup policy security get",
                    "Show the security policy of a port group.",
                    SecurityCommands::getPortGroup,
                    PortGroupCommands.PORT_GROUP),
            write(
                    "network vswitch standard portgroup policy security set",
                    "Set the security policy of a port group.",
                    SecurityCommands::setPortGroup,
                    FORGED,
                    MAC,
                    PROMISCUOUS,
                    PortGroupCommands.PORT_GROUP,
                    Option.plain("u", "use-vswitch", "Take everything from the virtual switch again.")));

    private SecurityCommands() {}

    private static Output getSwitch(HostView host, Arguments arguments) {
        Security own = host.vswitch(arguments.text(VswitchCommands.NAME)).security;
        return Output.one(policy(new Security(), own));
    }

    private static Output getPortGroup(HostView host, Arguments arguments) {
        String name = arguments.text(PortGroupCommands.NAME);
        Security own = host.portGroup(name).security;
        return Output.one(policy(own, host.switchOf(name).security)
                .with("Override Vswitch Allow Promiscuous", own.promiscuous != null)
                .with("Override Vswitch Allow MAC Address Change", own.macChange != null)
                .with("Override Vswitch Allow Forged Transmits", own.forgedTransmits != null));
    }

    private static Structure policy(Security own, Security base) {
        return Structure.of("SecurityPolicy")
                .with("Allow Promiscuous", Security.choose(own.promiscuous, base.promiscuous, false))
                .with("Allow MAC Address Change", Security.choose(own.macChange, base.macChange, true))
                .with("Allow Forged Transmits", Security.choose(own.forgedTransmits, base.forgedTransmits, true));
    }

    private static Output setPortGroup(HostView host, Arguments arguments) {
        PortGroup portGroup = host.portGroup(arguments.text(PortGroupCommands.NAME));
        if (arguments.has("use-vswitch")) {
            portGroup.security = new Security();
        }
        return set(portGroup.security, arguments);
    }

    private static Output set(Security security, Arguments arguments) {
        arguments.bool(PROMISCUOUS.name()).ifPresent(b -> security.promiscuous = b);
        arguments.bool(MAC.name()).ifPresent(b -> security.macChange = b);
        arguments.bool(FORGED.name()).ifPresent(b -> security.forgedTransmits = b);
        return Output.nothing();
    }
}
