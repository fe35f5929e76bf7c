package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Ipv4Port;
import io.twinpath.lab.site.Iscsi;
import io.twinpath.lab.site.IscsiParameter;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** {@code … param …} of portals that are asked for targets, and of targets. */
final class IscsiLevelCommands {

    private static final Option ADDRESS =
            Option.text("a", "address", "Address and port.").needed();
    private static final Option TARGET =
            Option.text("n", "name", "IQN of the target.").needed();
    private static final Option DEFAULT = Option.plain("D", "default", "Go back to the default.");
    private static final Option INHERIT = Option.plain("I", "inherit", "Take it from above.");
    private static final Option KEY = Option.text("k", "key", "The parameter.").needed();
    private static final Option VALUE = Option.text("v", "value", "Its value.");

    static final List<Command> TABLE = List.of(
            read(
                    "iscsi adapter discovery sendtarget param get",
                    "List the parameters of an address that is asked for targets.",
                    (h, a) -> get(h, a, portal(h, a)),
                    IscsiAdapterCommands.ADAPTER,
                    ADDRESS),
            write(
                    "iscsi adapter discovery sendtarget param set",
                    "Set a parameter of an address that is asked for targets.",
                    (h, a) -> set(h, a, portal(h, a)),
                    IscsiAdapterCommands.ADAPTER,
                    ADDRESS,
                    DEFAULT,
                    INHERIT,
                    KEY,
                    VALUE),
            read(
                    "iscsi adapter target portal param get",
                    "List the parameters of a target.",
                    (h, a) -> get(h, a, target(h, a)),
                    IscsiAdapterCommands.ADAPTER,
                    ADDRESS,
                    TARGET),
            write(
                    "iscsi adapter target portal param set",
                    "Set a parameter of a target.",
                    (h, a) -> set(h, a, target(h, a)),
                    IscsiAdapterCommands.ADAPTER,
                    ADDRESS,
                    DEFAULT,
                    INHERIT,
                    KEY,
                    TARGET,
                    VALUE));

    private IscsiLevelCommands() {}

    private static String portal(HostView host, Arguments arguments) {
        String address = address(arguments);
        if (!IscsiAdapterCommands.adapter(host, arguments).sendTargets.contains(address)) {
            throw new Fault("Unable to find send target " + address);
        }
        return address;
    }

    private static String target(HostView host, Arguments arguments) {
        IscsiAdapterCommands.adapter(host, arguments);
        String address = address(arguments);
        String name = arguments.text("name");
        boolean known = host.paths().portals().stream()
                .filter(ip -> address.startsWith(ip + ":"))
                .flatMap(ip -> host.site().portal(ip).stream())
                .anyMatch(at -> at.array().target.equals(name));
        if (!known) {
            throw new Fault("Unable to find target " + name + " at " + address);
        }
        return address + " " + name;
    }

    private static String address(Arguments arguments) {
        String address = arguments.text("address");
        if (!Ipv4Port.valid(address)) {
            throw new Fault("Invalid address: " + address);
        }
        return Ipv4Port.full(address);
    }

    private static Output get(HostView host, Arguments arguments, String place) {
        Iscsi iscsi = IscsiAdapterCommands.adapter(host, arguments);
        NavigableMap<String, String> own = iscsi.ownParameters.getOrDefault(place, new TreeMap<>());
        return IscsiParameters.listed(iscsi.parameters, own);
    }

    private static Output set(HostView host, Arguments arguments, String place) {
        IscsiParameter parameter = IscsiParameters.settable(arguments);
        NavigableMap<String, String> own = IscsiAdapterCommands.adapter(host, arguments)
                .ownParameters
                .computeIfAbsent(place, p -> new TreeMap<>());
        if (arguments.has("inherit")) {
            own.remove(parameter.name());
            return Output.nothing();
        }
        IscsiParameters.put(
                parameter, arguments.has("default") ? parameter.fallback() : arguments.text("value", ""), own);
        return Output.nothing();
    }
}
