package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Chap;
import io.twinpath.lab.site.Iscsi;
import io.twinpath.lab.site.IscsiParameter;
import java.util.List;
import java.util.Optional;

/** {@code iscsi software …} and {@code iscsi adapter …}, but for discovery and targets. */
final class IscsiAdapterCommands {

    static final String NAME = "adapter";
    static final Option ADAPTER = Option.text("A", NAME, "The iSCSI adapter.").needed();
    static final Option MAYBE = Option.text("A", NAME, "Only this iSCSI adapter.");

    private static final Option DIRECTION =
            Option.choice("d", "direction", "Who asks whom.", "uni", "mutual").needed();

    static final List<Command> TABLE = List.of(
            read("iscsi software get", "Whether software iSCSI is enabled.", IscsiAdapterCommands::software),
            write(
                    "iscsi software set",
                    "Enable or disable software iSCSI.",
                    IscsiAdapterCommands::enable,
                    Option.bool("e", "enabled", "Whether it is enabled.").needed(),
                    Option.text("n", "name", "The initiator's IQN.")),
            read("iscsi adapter list", "List the iSCSI adapters.", IscsiAdapterCommands::list),
            read("iscsi adapter get", "Show an iSCSI adapter.", IscsiAdapterCommands::get, ADAPTER),
            write(
                    "iscsi adapter set",
                    "Set the name and alias of an iSCSI adapter.",
                    IscsiAdapterCommands::set,
                    ADAPTER,
                    Option.text("a", "alias", "Its alias."),
                    Option.text("n", "name", "Its IQN.")),
            read(
                    "iscsi adapter param get",
                    "List the parameters of an adapter.",
                    IscsiAdapterCommands::params,
                    ADAPTER),
            write(
                    "iscsi adapter param set",
                    "Set a parameter of an adapter.",
                    IscsiAdapterCommands::setParam,
                    ADAPTER,
                    Option.plain("D", "default", "Go back to the default."),
                    Option.text("k", "key", "The parameter.").needed(),
                    Option.text("v", "value", "Its value.")),
            read(
                    "iscsi adapter auth chap get",
                    "Show how an adapter authenticates.",
                    IscsiAdapterCommands::chap,
                    ADAPTER,
                    Option.choice("d", "direction", "Who asks whom.", "uni", "mutual")),
            write(
                    "iscsi adapter auth chap set",
                    "Set how an adapter authenticates.",
                    IscsiAdapterCommands::setChap,
                    ADAPTER,
                    Option.text("N", "authname", "The user name."),
                    Option.plain("D", "default", "Go back to the default."),
                    DIRECTION,
                    Option.choice(
                            "l", "level", "How much it insists.", "prohibited", "discouraged", "preferred", "required"),
                    Option.text("S", "secret", "The secret.").hush()));

    private IscsiAdapterCommands() {}

    /** The software adapter; a fault when it is off or another one is named. */
    static Iscsi adapter(HostView host, Arguments arguments) {
        Iscsi iscsi = host.host().iscsi;
        String asked = arguments.text(NAME, iscsi.adapter);
        if (!iscsi.enabled || !asked.equals(iscsi.adapter)) {
            throw new Fault("Unable to find iSCSI adapter " + asked);
        }
        return iscsi;
    }

    /** The software adapter for a list; none when it is off. */
    static Optional<Iscsi> listed(HostView host, Arguments arguments) {
        return arguments.has(NAME)
                ? Optional.of(adapter(host, arguments))
                : Optional.of(host.host().iscsi).filter(i -> i.enabled);
    }

    private static Output software(HostView host, Arguments arguments) {
        return new Output.Bare(Value.of(host.host().iscsi.enabled));
    }

    private static Output enable(HostView host, Arguments arguments) {
        Iscsi iscsi = host.host().iscsi;
        boolean on = arguments.bool("enabled", false);
        arguments.maybe("name").ifPresent(n -> iscsi.iqn = iqn(n));
        if (on && iscsi.iqn.isEmpty()) {
            String[] labels = host.name().split("\\.", -1);
            iscsi.iqn = "iqn.1998-01.com.vmware:" + labels[0];
        }
        iscsi.enabled = on;
        return Output.bare(on ? "Software iSCSI Enabled" : "Software iSCSI Disabled");
    }

    private static Output list(HostView host, Arguments arguments) {
        return Output.table(listed(host, arguments).stream()
                .map(i -> Structure.of("IscsiAdapter")
                        .with("Adapter", i.adapter)
                        .with("Driver", "iscsi_vmk")
                        .with("State", "online")
                        .with("UID", "iscsi." + i.adapter)
                        .with("Description", "iSCSI Software Adapter"))
                .toList());
    }

    private static Output get(HostView host, Arguments arguments) {
        Iscsi iscsi = adapter(host, arguments);
        return Output.records(List.of(Structure.of("IscsiAdapterInfo", iscsi.adapter)
                .with("Name", iscsi.iqn)
                .with("Alias", iscsi.alias)
                .with("Vendor", "VMware")
                .with("Model", "iSCSI Software Adapter")
                .with("Description", "iSCSI Software Adapter")
                .with("Serial Number", "")
                .with("Hardware Version", "")
                .with("Asic Version", "")
                .with("Firmware Version", "")
                .with("Option Rom Version", "")
                .with("Driver Name", "iscsi_vmk")
                .with("Driver Version", "")
                .with("TCP Protocol Supported", false)
                .with("Bidirectional Transfers Supported", false)
                .with("Maximum Cdb Length", 64)
                .with("Can Be NIC", true)
                .with("Is NIC", true)
                .with("Is Initiator", true)
                .with("Is Target", false)
                .with("Using TCP Offload Engine", false)
                .with("Using ISCSI Offload Engine", false)));
    }

    private static Output set(HostView host, Arguments arguments) {
        Iscsi iscsi = adapter(host, arguments);
        iscsi.iqn = arguments.maybe("name").map(IscsiAdapterCommands::iqn).orElse(iscsi.iqn);
        iscsi.alias = arguments.text("alias", iscsi.alias);
        return Output.nothing();
    }

    private static Output params(HostView host, Arguments arguments) {
        Iscsi iscsi = adapter(host, arguments);
        return IscsiParameters.listed(iscsi.parameters);
    }

    private static Output setParam(HostView host, Arguments arguments) {
        Iscsi iscsi = adapter(host, arguments);
        IscsiParameter parameter = IscsiParameters.settable(arguments);
        if (arguments.has("default")) {
            iscsi.parameters.remove(parameter.name());
            return Output.nothing();
        }
        IscsiParameters.put(parameter, arguments.text("value", ""), iscsi.parameters);
        return Output.nothing();
    }

    private static Output chap(HostView host, Arguments arguments) {
        boolean mutual = "mutual".equals(arguments.text("direction", "uni"));
        Iscsi iscsi = adapter(host, arguments);
        Chap chap = mutual ? iscsi.mutualChap : iscsi.chap;
        String level = chap.level;
        return Output.one(Structure.of("ChapInfo")
                .with("Direction", mutual ? "mutual" : "uni")
                .with("Name", chap.user)
                .with("Level", "chap" + Character.toUpperCase(level.charAt(0)) + level.substring(1)));
    }

    private static Output setChap(HostView host, Arguments arguments) {
        Iscsi iscsi = adapter(host, arguments);
        boolean mutual = "mutual".equals(arguments.text("direction"));
        Chap chap = mutual ? iscsi.mutualChap : iscsi.chap;
        if (arguments.has("default")) {
            set(chap, "prohibited", "", "");
            return Output.nothing();
        }
        String level = arguments.text("level", chap.level);
        String user = arguments.text("authname", chap.user);
        String secret = arguments.text("secret", chap.secret);
        if (mutual && !level.equals("prohibited") && !iscsi.chap.level.equals("required")) {
            throw new Fault("Unable to set CHAP: mutual CHAP needs the level required for the other direction");
        }
        if (!level.equals("prohibited") && (user.isEmpty() || secret.isEmpty())) {
            throw new Fault("Unable to set CHAP: a name and a secret are needed");
        }
        set(chap, level, user, secret);
        return Output.nothing();
    }

    private static void set(Chap chap, String level, String user, String secret) {
        chap.level = level;
        chap.user = user;
        chap.secret = secret;
    }

    private static String iqn(String name) {
        if (!name.matches("(iqn\\.[0-9]{4}-[0-9]{2}\\.|eui\\.|naa\\.)[A-Za-z0-9.:-]{1,210}")) {
            throw new Fault("Invalid iSCSI name: " + name);
        }
        return name;
    }
}
