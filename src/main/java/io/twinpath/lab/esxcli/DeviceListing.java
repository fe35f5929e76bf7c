package io.twinpath.lab.esxcli;

import io.twinpath.lab.site.Disk;
import java.util.List;

/** {@code storage core device list}, whose fields grow with every release. */
final class DeviceListing {

    private static final String UNKNOWN = "unknown";
    private static final String NO_GUARD = "NO GUARD SUPPORT";

    private DeviceListing() {}

    static Output devices(HostView host, Arguments arguments) {
        return Output.records(
                Lun.asked(host, arguments).stream().map(DeviceListing::record).toList());
    }

    private static Structure record(Lun lun) {
        Disk disk = lun.disk();
        boolean six = lun.view().release().atLeast(6, 5);
        Structure record = Structure.of("ScsiDevice", disk.device())
                .hidden("Device", Value.of(disk.device()))
                .with("Display Name", lun.display())
                .with("Has Settable Display Name", true)
                .with("Size", disk.sizeMib())
                .with("Device Type", "Direct-Access ")
                .with("Multipath Plugin", lun.plugin())
                .with("Devfs Path", "/vmfs/devices/disks/" + disk.device())
                .with("Vendor", padded(disk.vendor(), 8))
                .with("Model", padded(disk.model(), 16))
                .with("Revision", padded(disk.revision(), 4))
                .with("SCSI Level", 5)
                .with("Is Pseudo", false)
                .with("Status", status(lun))
                .with("Is RDM Capable", !lun.local())
                .with("Is Local", lun.local())
                .with("Is Removable", false)
                .with("Is SSD", disk.ssd())
                .withWhen(six, "Is VVOL PE", Value.of(false))
                .with("Is Offline", false)
                .with("Is Perennially Reserved", false)
                .with("Queue Full Sample Size", 0)
                .with("Queue Full Threshold", 0)
                .with("Thin Provisioning Status", lun.local() ? UNKNOWN : "yes")
                .with("Attached Filters", Value.of(List.of()))
                .with("VAAI Status", lun.local() ? "unsupported" : "supported")
                .with(
                        "Other UIDs",
                        Value.of(List.of("vml.0200000000" + disk.device().replace("naa.", ""))));
        return six ? later(record, lun) : record;
    }

    private static Structure later(Structure record, Lun lun) {
        boolean nine = lun.view().release().atLeast(9, 0);
        return record.with("Is Shared Clusterwide", !lun.local())
                .withWhen(!nine, "Is Local SAS Device", Value.of(false))
                .with("Is SAS", false)
                .with("Is USB", false)
                .withWhen(!nine, "Is Boot USB Device", Value.of(false))
                .with("Is Boot Device", false)
                .with("Device Max Queue Depth", 128)
                .with("No of outstanding IOs with competing worlds", 32)
                .with("Drive Type", UNKNOWN)
                .with("RAID Level", UNKNOWN)
                .with("Number of Physical Drives", UNKNOWN)
                .with("Protection Enabled", false)
                .with("PI Activated", false)
                .with("PI Type", 0)
                .with("PI Protection Mask", "NO PROTECTION")
                .with("Supported Guard Types", Value.of(List.of(NO_GUARD)))
                .with("DIX Enabled", false)
                .with("DIX Guard Type", NO_GUARD)
                .with("Emulated DIX/DIF Enabled", false);
    }

    /** A device with a single path is degraded although it works; one without any is dead. */
    private static String status(Lun lun) {
        if (lun.local()) {
            return "on";
        }
        return switch (lun.activePaths().size()) {
            case 0 -> "dead";
            case 1 -> "degraded";
            default -> "on";
        };
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
