package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.NtpClient;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** {@code system ntp …}, which came with release 7.0, and {@code system time get}. */
final class NtpCommands {

    /** The namespace that earlier releases do not have. */
    static final List<String> NAMESPACE = List.of("system", "ntp");

    static final List<Command> TABLE = List.of(
            read("system ntp get", "Show the NTP client.", NtpCommands::get),
            write(
                    "system ntp set",
                    "Set up the NTP client.",
                    NtpCommands::set,
                    Option.bool("e", "enabled", "Whether it runs."),
                    Option.text("l", "loglevel", "How much it logs."),
                    Option.plain("r", "reset", "Go back to the defaults."),
                    Option.texts("s", "server", "The servers, instead of those that it has.")),
            read("system time get", "Show the time of the host.", NtpCommands::time));

    private NtpCommands() {}

    private static Output get(HostView host, Arguments arguments) {
        NtpClient client = host.host().ntp;
        return Output.one(Structure.of("NtpGet")
                .with("Enabled", client.enabled)
                .with("Loglevel", "warning")
                .with("Servers", Value.of(client.servers)));
    }

    private static Output set(HostView host, Arguments arguments) {
        NtpClient client = host.host().ntp;
        if (arguments.has("reset")) {
            host.host().ntp = new NtpClient();
            return Output.nothing();
        }
        if (arguments.has("server")) {
            client.servers = new ArrayList<>(arguments.all("server"));
        }
        client.enabled = arguments.bool("enabled", client.enabled);
        if (client.enabled && client.servers.isEmpty()) {
            client.enabled = false;
            throw new Fault("Unable to enable NTP: no servers are configured");
        }
        return Output.nothing();
    }

    private static Output time(HostView host, Arguments arguments) {
        return Output.bare(host.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
