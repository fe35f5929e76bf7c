package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code system …} and {@code vm …} */
final class SystemCommands {

    static final List<Command> TABLE = List.of(
            read("system version get", "Show the release.", SystemCommands::version),
            read("system uuid get", "Show the UUID of the host.", (h, a) -> Output.bare(h.host().uuid)),
            read("system stats uptime get", "Microseconds since the start.", SystemCommands::uptime),
            read("system maintenanceMode get", "Whether the host is in maintenance mode.", SystemCommands::maintenance),
            write(
                    "system maintenanceMode set",
                    "Enter or leave maintenance mode.",
                    SystemCommands::setMaintenance,
                    Option.bool("e", "enable", "Whether to be in it.").needed(),
                    Option.number("t", "timeout", "Seconds to wait."),
                    Option.choice(
                            "m",
                            "vsanmode",
                            "What vSAN does.",
                            "ensureObjectAccessibility",
                            "evacuateAllData",
                            "noAction")),
            read(
                    "system settings kernel list",
                    "List kernel settings.",
                    SystemCommands::kernel,
                    Option.text("o", "option", "Only this setting.")),
            read("vm process list", "List the virtual machines that run.", SystemCommands::processes));

    private SystemCommands() {}

    private static Output version(HostView host, Arguments arguments) {
        Release release = host.release();
        return Output.one(Structure.of("VersionGet")
                .with("Product", "VMware ESXi")
                .with("Version", release.version())
                .with("Build", "Releasebuild-" + release.build())
                .with("Update", Integer.toString(release.update()))
                .withWhen(release.atLeast(6, 0), "Patch", Value.of(Integer.toString(release.patch())))
                .withWhen(release.atLeast(9, 0), "Maintenance", Value.of("0")));
    }

    private static Output uptime(HostView host, Arguments arguments) {
        Duration up = Duration.between(Instant.parse(host.host().booted), host.now());
        return new Output.Bare(Value.of(Math.max(0, up.toNanos() / 1_000)));
    }

    private static Output maintenance(HostView host, Arguments arguments) {
        return Output.bare(host.host().maintenance ? "Enabled" : "Disabled");
    }

    private static Output setMaintenance(HostView host, Arguments arguments) {
        boolean enable = arguments.bool("enable", false);
        if (enable == host.host().maintenance) {
            throw new Fault("The host is " + (enable ? "already" : "not") + " in maintenance mode.");
        }
        if (enable && !VirtualMachine.running(host).isEmpty()) {
            throw new Fault("Unable to enter maintenance mode: virtual machines are powered on");
        }
        host.host().maintenance = enable;
        return Output.nothing();
    }

    private static Output kernel(HostView host, Arguments arguments) {
        return Output.table(Stream.of(
                        setting("iovDisableIR", "Do not route interrupts through the IOMMU"),
                        setting("noIOMMU", "Disable use of the IOMMU"),
                        setting("disableACSCheck", "Disable ACS check"))
                .filter(s -> {
                    String name = s.fields().getFirst().value().plain();
                    return arguments.text("option", name).equals(name);
                })
                .toList());
    }

    private static Structure setting(String name, String description) {
        return Structure.of("KernelSetting")
                .with("Name", name)
                .with("Type", "Bool")
                .with("Description", description)
                .with("Configured", "false")
                .with("Runtime", "FALSE")
                .with("Default", "FALSE");
    }

    private static Output processes(HostView host, Arguments arguments) {
        return Output.records(VirtualMachine.running(host).stream()
                .map(VirtualMachine::process)
                .toList());
    }
}
