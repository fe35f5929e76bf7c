package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Agent;
import java.util.List;

/** {@code system snmp …}; options as its own usage text of 7.0 tells them. */
final class SnmpCommands {

    private static final List<String> TEXTS = List.of(
            "authentication",
            "communities",
            "engineid",
            "loglevel",
            "port",
            "privacy",
            "syscontact",
            "syslocation",
            "targets",
            "users",
            "v3targets");

    static final List<Command> TABLE = List.of(
            read("system snmp get", "Show the settings of the agent.", SnmpCommands::get),
            write(
                    "system snmp set",
                    "Set the settings of the agent.",
                    SnmpCommands::set,
                    Option.text("a", "authentication", "Authentication protocol."),
                    Option.text("c", "communities", "Communities, with commas between.")
                            .hush(),
                    Option.bool("e", "enable", "Start or stop the agent."),
                    Option.text("E", "engineid", "Engine id."),
                    Option.choice("l", "loglevel", "How much to log.", "debug", "info", "warning", "error"),
                    Option.number("p", "port", "UDP port."),
                    Option.text("x", "privacy", "Privacy protocol."),
                    Option.plain("r", "reset", "Back to how it comes."),
                    Option.text("C", "syscontact", "Contact."),
                    Option.text("L", "syslocation", "Location."),
                    Option.text("t", "targets", "Trap targets.").hush(),
                    Option.text("u", "users", "Users.").hush(),
                    Option.text("i", "v3targets", "SNMPv3 targets.")));

    private SnmpCommands() {}

    private static Output get(HostView host, Arguments arguments) {
        Agent agent = host.host().agent;
        return Output.one(Structure.of("AgentConfig")
                .with("Authentication", set(agent, "authentication"))
                .with("Communities", set(agent, "communities"))
                .with("Enable", agent.enabled)
                .with("Engineid", set(agent, "engineid"))
                .with("Hwsrc", "indications")
                .with("Largestorage", true)
                .with("Loglevel", agent.set.getOrDefault("loglevel", "info"))
                .with("Notraps", "")
                .with("Port", Long.parseLong(agent.set.getOrDefault("port", "161")))
                .with("Privacy", set(agent, "privacy"))
                .with("Remoteusers", "")
                .with("Syscontact", set(agent, "syscontact"))
                .with("Syslocation", set(agent, "syslocation"))
                .with("Targets", set(agent, "targets").replace("/", " "))
                .with("Users", set(agent, "users"))
                .with("V3targets", set(agent, "v3targets")));
    }

    private static String set(Agent agent, String option) {
        return agent.set.getOrDefault(option, "");
    }

    private static Output set(HostView host, Arguments arguments) {
        Agent agent = host.host().agent;
        if (arguments.has("reset")) {
            agent.reset();
        }
        int port = arguments.number("port").orElse(161);
        if (port < 1 || port > 65_535 || (port >= 32_768 && port <= 40_959)) {
            throw new Fault("Invalid port: " + port);
        }
        for (String option : TEXTS) {
            arguments.maybe(option).ifPresent(value -> agent.set.put(option, value));
        }
        agent.set.values().removeIf(String::isEmpty);
        arguments.bool("enable").ifPresent(enable -> agent.enabled = enable);
        return Output.nothing();
    }
}
