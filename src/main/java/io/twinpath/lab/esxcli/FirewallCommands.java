package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Firewall;
import java.util.List;

/** {@code network firewall …}, but for what is below it. */
final class FirewallCommands {

    static final List<Command> TABLE = List.of(
            read("network firewall get", "Show the state of the firewall.", FirewallCommands::get),
            write("network firewall load", "Load the firewall module.", (h, a) -> loaded(h, true)),
            write("network firewall unload", "Unload the firewall module.", (h, a) -> loaded(h, false)),
            write("network firewall refresh", "Read the rulesets again.", (h, a) -> Output.nothing()),
            write(
                    "network firewall set",
                    "Set the state of the firewall.",
                    FirewallCommands::set,
                    Option.bool("d", "default-action", "True to pass what no ruleset speaks of, false to drop it."),
                    Option.bool("e", "enabled", "Whether to filter.")));

    private FirewallCommands() {}

    private static Output get(HostView host, Arguments arguments) {
        Firewall firewall = host.host().firewall;
        return Output.one(Structure.of("Firewall")
                .with("Default Action", firewall.pass ? "PASS" : "DROP")
                .with("Enabled", firewall.enabled)
                .with("Loaded", firewall.loaded));
    }

    private static Output loaded(HostView host, boolean loaded) {
        host.host().firewall.loaded = loaded;
        return Output.nothing();
    }

    private static Output set(HostView host, Arguments arguments) {
        Firewall firewall = host.host().firewall;
        arguments.bool("default-action").ifPresent(pass -> firewall.pass = pass);
        arguments.bool("enabled").ifPresent(enabled -> firewall.enabled = enabled);
        return Output.nothing();
    }
}
