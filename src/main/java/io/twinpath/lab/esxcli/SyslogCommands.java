package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Logging;
import java.util.List;

/** {@code system syslog …} */
final class SyslogCommands {

    static final List<Command> TABLE = List.of(
            read("system syslog config get", "Show the settings of the log.", SyslogCommands::get),
            write(
                    "system syslog config set",
                    "Set the settings of the log.",
                    SyslogCommands::set,
                    Option.bool("", "check-ssl-certs", "Whether to check certificates."),
                    Option.number("", "default-rotate", "How many old files to keep."),
                    Option.number("", "default-size", "Size of a file in KiB."),
                    Option.number("", "default-timeout", "Seconds until a remote host is tried again."),
                    Option.number("", "drop-log-rotate", "How many files of dropped messages to keep."),
                    Option.number("", "drop-log-size", "Size of such a file in KiB."),
                    Option.text("", "logdir", "The folder."),
                    Option.bool("", "logdir-unique", "Whether to write into a folder of the host's name."),
                    Option.text("", "loghost", "Remote hosts, with commas between."),
                    Option.number("", "queue-drop-mark", "Percent at which messages are dropped.")),
            write("system syslog reload", "Read the settings again.", SyslogCommands::reload));

    private SyslogCommands() {}

    private static Output get(HostView host, Arguments arguments) {
        Logging log = host.host().logging;
        return Output.one(Structure.of("SyslogConfiguration")
                .with("Default Network Retry Timeout", log.retry)
                .with("Dropped Log File Rotation Size", log.droppedSize)
                .with("Dropped Log File Rotations", log.droppedRotations)
                .with("Enforce SSLCertificates", log.checkCertificates)
                .with("Local Log Output", log.directory)
                .with("Local Log Output Is Configured", !log.directory.equals("/scratch/log"))
                .with("Local Log Output Is Persistent", true)
                .with("Local Logging Default Rotation Size", log.size)
                .with("Local Logging Default Rotations", log.rotations)
                .with("Log To Unique Subdirectory", log.unique)
                .with("Message Queue Drop Mark", log.queueDropMark)
                .with("Remote Host", log.remote.isEmpty() ? "<none>" : log.remote));
    }

    private static Output set(HostView host, Arguments arguments) {
        Logging log = host.host().logging;
        String remote = arguments.text("loghost", log.remote);
        for (String one : remote.isEmpty() ? List.<String>of() : List.of(remote.split(","))) {
            if (!one.strip()
                    .matches("((udp|tcp|ssl)://)?[^:/ ]+(:[0-9]+)?|(udp|tcp|ssl)://\\[[0-9a-fA-F:]+](:[0-9]+)?")) {
                throw new Fault("Invalid loghost: " + one);
            }
        }
        String directory = arguments.text("logdir", log.directory);
        if (!directory.startsWith("/") && !directory.startsWith("[")) {
            throw new Fault("Invalid logdir: " + directory);
        }
        log.remote = remote;
        log.directory = directory;
        log.unique = arguments.bool("logdir-unique", log.unique);
        log.checkCertificates = arguments.bool("check-ssl-certs", log.checkCertificates);
        log.rotations = arguments.number("default-rotate").orElse(log.rotations);
        log.size = arguments.number("default-size").orElse(log.size);
        log.droppedRotations = arguments.number("drop-log-rotate").orElse(log.droppedRotations);
        log.droppedSize = arguments.number("drop-log-size").orElse(log.droppedSize);
        log.queueDropMark = arguments.number("queue-drop-mark").orElse(log.queueDropMark);
        log.retry = arguments.number("default-timeout").orElse(log.retry);
        log.loaded = false;
        return Output.nothing();
    }

    private static Output reload(HostView host, Arguments arguments) {
        host.host().logging.loaded = true;
        return Output.nothing();
    }
}
