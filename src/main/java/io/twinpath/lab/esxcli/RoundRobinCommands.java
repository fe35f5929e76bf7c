package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.DeviceClaim;
import java.util.List;

/** {@code storage nmp psp roundrobin deviceconfig …} */
final class RoundRobinCommands {

    static final List<Command> TABLE = List.of(
            read(
                    "storage nmp psp roundrobin deviceconfig get",
                    "Show when round robin changes the path.",
                    RoundRobinCommands::get,
                    NmpCommands.DEVICE),
            write(
                    "storage nmp psp roundrobin deviceconfig set",
                    "Set when round robin changes the path.",
                    RoundRobinCommands::set,
                    Option.number("B", "bytes", "After this many bytes."),
                    Option.plain("g", "cfgfile", "Keep it over a restart."),
                    NmpCommands.DEVICE,
                    Option.number("I", "iops", "After this many operations."),
                    Option.choice("t", "type", "What counts.", "bytes", "default", "iops"),
                    Option.bool("U", "useano", "Whether to use paths that are not optimised.")));

    private RoundRobinCommands() {}

    private static Output get(HostView host, Arguments arguments) {
        Lun lun = claimed(host, arguments);
        DeviceClaim claim = lun.claim();
        return Output.one(Structure.of("RoundRobinConfig")
                .with("Byte Limit", claim.bytes)
                .with("Device", lun.disk().device())
                .with("IOOperation Limit", claim.iops)
                .with("Limit Type", claim.limitType)
                .with("Use Active Unoptimized Paths", claim.useAno));
    }

    private static Output set(HostView host, Arguments arguments) {
        DeviceClaim claim = claimed(host, arguments).claim();
        int iops = arguments.number("iops").orElse(claim.iops);
        int bytes = arguments.number("bytes").orElse(claim.bytes);
        if (iops < 1 || bytes < 1) {
            throw new Fault("Unable to set round robin: a limit must be at least 1");
        }
        switch (arguments.text("type", arguments.has("iops") ? "iops" : "none")) {
            case "default" -> reset(claim);
            case "iops" -> {
                claim.limitType = "Iops";
                claim.iops = iops;
            }
            case "bytes" -> {
                claim.limitType = "Bytes";
                claim.bytes = bytes;
            }
            default -> claim.bytes = bytes;
        }
        claim.useAno = arguments.bool("useano", claim.useAno);
        claim.explicit = true;
        return Output.nothing();
    }

    private static void reset(DeviceClaim claim) {
        claim.limitType = "Default";
        claim.iops = DeviceClaim.DEFAULT_IOPS;
        claim.bytes = DeviceClaim.DEFAULT_BYTES;
    }

    private static Lun claimed(HostView host, Arguments arguments) {
        Lun lun = Lun.nativeOnes(host, arguments).getFirst();
        if (!lun.claim().psp.equals(NmpCommands.ROUND_ROBIN)) {
            throw new Fault("Device " + lun.disk().device() + " is not claimed by " + NmpCommands.ROUND_ROBIN);
        }
        return lun;
    }
}
