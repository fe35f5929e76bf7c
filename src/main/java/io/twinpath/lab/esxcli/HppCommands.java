package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.DeviceClaim;
import java.util.List;

/** {@code storage hpp device …} */
final class HppCommands {

    private static final String BY_COMMANDS = "LB-IOPS";

    static final List<Command> TABLE = List.of(
            read(
                    "storage hpp device list",
                    "List the devices of the high-performance plugin.",
                    HppCommands::list,
                    Option.text("d", StorageCoreCommands.DEVICE, "Only this device.")),
            write(
                    "storage hpp device set",
                    "Set how the paths of a device are chosen.",
                    HppCommands::set,
                    NmpCommands.DEVICE,
                    Option.number("I", "iops", "With LB-IOPS, after this many operations."),
                    Option.choice(
                                    "P",
                                    "pss",
                                    "The path selection scheme.",
                                    "FIXED",
                                    "LB-RR",
                                    BY_COMMANDS,
                                    "LB-BYTES",
                                    "LB-Latency")
                            .needed()));

    private HppCommands() {}

    private static Output list(HostView host, Arguments arguments) {
        return Output.records(Lun.asked(host, arguments).stream()
                .filter(Lun::highPerformance)
                .map(l -> Structure.of("HppDevice", l.disk().device())
                        .hidden("Device", Value.of(l.disk().device()))
                        .with("Device Display Name", l.display())
                        .with("Path Selection Scheme", l.claim().scheme)
                        .with("Path Selection Scheme Config", config(l.claim()))
                        .with("Current Path", l.localRuntimeName())
                        .with("Working Path Set", Value.of(l.working()))
                        .with("Is SSD", l.disk().ssd())
                        .with("Is Local", true)
                        .with("Paths", Value.of(List.of(l.localRuntimeName())))
                        .with("Use ANO", false))
                .toList());
    }

    private static String config(DeviceClaim claim) {
        return switch (claim.scheme) {
            case "FIXED" -> "{preferred=none;}";
            case BY_COMMANDS -> "{iops=" + claim.schemeIops + ";}";
            default -> "{}";
        };
    }

    private static Output set(HostView host, Arguments arguments) {
        Lun lun = Lun.asked(host, arguments).getFirst();
        if (!lun.highPerformance()) {
            throw new Fault("Device " + lun.disk().device() + " is not claimed by the HPP");
        }
        int iops = arguments.number("iops").orElse(DeviceClaim.DEFAULT_IOPS);
        if (iops < 1 || iops > 10_000) {
            throw new Fault("Unable to set the device: iops is from 1 to 10000");
        }
        lun.claim().scheme = arguments.text("pss");
        lun.claim().schemeIops = iops;
        return Output.nothing();
    }
}
