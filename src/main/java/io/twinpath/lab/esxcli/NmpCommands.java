package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Claims;
import io.twinpath.lab.site.DeviceClaim;
import java.util.List;

/** {@code storage nmp device …} and {@code storage nmp path …} */
final class NmpCommands {

    static final Option DEVICE =
            Option.text("d", StorageCoreCommands.DEVICE, "The device.").needed();
    static final String ROUND_ROBIN = "VMW_PSP_RR";

    private static final List<String> POLICIES = List.of("VMW_PSP_MRU", "VMW_PSP_FIXED", ROUND_ROBIN);
    private static final Option ONLY = Option.text("d", StorageCoreCommands.DEVICE, "Only this device.");

    static final List<Command> TABLE = List.of(
            read("storage nmp device list", "List the devices of the native multipathing.", NmpCommands::devices, ONLY),
            write(
                    "storage nmp device set",
                    "Set the path selection policy of a device.",
                    NmpCommands::set,
                    Option.plain("E", "default", "Go back to the default of its array type."),
                    DEVICE,
                    Option.text("P", "psp", "The path selection plugin.")),
            read(
                    "storage nmp path list",
                    "List the paths of the native multipathing.",
                    PathListing::nmp,
                    ONLY,
                    Option.text("p", "path", "Only this path.")));

    private NmpCommands() {}

    /** Refuses the name of a path selection plugin that is not loaded. */
    static String policy(String psp) {
        if (!POLICIES.contains(psp)) {
            throw new Fault("Unable to find path selection plugin " + psp);
        }
        return psp;
    }

    private static Output devices(HostView host, Arguments arguments) {
        return Output.records(Lun.nativeOnes(host, arguments).stream()
                .map(NmpCommands::record)
                .toList());
    }

    private static Structure record(Lun lun) {
        DeviceClaim claim = lun.claim();
        boolean satpConfig = claim.satp.equals("VMW_SATP_ALUA");
        return Structure.of("NmpDevice", lun.disk().device())
                .hidden("Device", Value.of(lun.disk().device()))
                .with("Device Display Name", lun.display())
                .with("Storage Array Type", claim.satp)
                .with(
                        "Storage Array Type Device Config",
                        satpConfig ? alua() : "SATP " + claim.satp + " does not support device configuration.")
                .with("Path Selection Policy", claim.psp)
                .with("Path Selection Policy Device Config", config(lun, claim))
                .with("Path Selection Policy Device Custom Config", "")
                .with("Working Paths", Value.of(lun.working()))
                .withWhen(lun.view().release().atLeast(6, 5), "Is USB", Value.of(false));
    }

    private static String alua() {
        return "{implicit_support=on; explicit_support=off; explicit_allow=on; alua_followover=on; "
                + "action_OnRetryErrors=off; {TPG_id=1,TPG_state=AO}}";
    }

    private static String config(Lun lun, DeviceClaim claim) {
        List<String> working = lun.working();
        String current = working.isEmpty() ? "" : working.getFirst();
        return switch (claim.psp) {
            case ROUND_ROBIN ->
                "{policy=" + (claim.limitType.equals("Bytes") ? "bytes" : "rr") + ",iops=" + claim.iops
                        + ",bytes=" + claim.bytes + ",useANO=" + (claim.useAno ? 1 : 0) + "; lastPathIndex="
                        + Math.max(0, working.size() - 1) + ": NumIOsPending=0,numBytesPending=0}";
            case "VMW_PSP_FIXED" -> "{preferred=" + current + ";current=" + current + "}";
            default -> "Current Path=" + current;
        };
    }

    private static Output set(HostView host, Arguments arguments) {
        DeviceClaim claim = Lun.nativeOnes(host, arguments).getFirst().claim();
        if (arguments.has("default") == arguments.has("psp")) {
            throw new Fault("Either --psp or --default is needed");
        }
        claim.psp = arguments
                .maybe("psp")
                .map(NmpCommands::policy)
                .orElseGet(() -> Claims.DEFAULT_PSP.getOrDefault(claim.satp, "VMW_PSP_FIXED"));
        claim.explicit = !arguments.has("default");
        return Output.nothing();
    }
}
