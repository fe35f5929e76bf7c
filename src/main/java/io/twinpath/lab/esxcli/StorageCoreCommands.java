package io.twinpath.lab.esxcli;

import static io.twinpath.lab.esxcli.Command.read;
import static io.twinpath.lab.esxcli.Command.write;

import io.twinpath.lab.site.Claims;
import io.twinpath.lab.site.Iscsi;
import java.util.ArrayList;
import java.util.List;

/** {@code storage core …}: adapters, rescans and claims. Devices and paths have tables of their own. */
final class StorageCoreCommands {

    static final String DEVICE = "device";

    static final List<Command> TABLE = List.of(
            read("storage core adapter list", "List the storage adapters.", StorageCoreCommands::adapters),
            write(
                    "storage core adapter rescan",
                    "Look for devices and paths.",
                    StorageCoreCommands::rescan,
                    Option.text("A", "adapter", "The adapter to rescan."),
                    Option.plain("a", "all", "Rescan every adapter."),
                    Option.plain("S", "skip-claim", "Do not claim what is found."),
                    Option.plain("F", "skip-fs-scan", "Do not look for file systems."),
                    Option.texts("t", "type", "What to do: add, all, delete, update, vmfs.")),
            write(
                    "storage core claiming reclaim",
                    "Claim a device anew.",
                    StorageCoreCommands::reclaim,
                    Option.text("d", DEVICE, "The device.").needed()),
            read(
                    "storage core device list",
                    "List the devices.",
                    DeviceListing::devices,
                    Option.text("d", DEVICE, "Only this device.")),
            read(
                    "storage core path list",
                    "List the paths.",
                    PathListing::paths,
                    Option.text("d", DEVICE, "Only the paths of this device."),
                    Option.text("p", "path", "Only this path.")));

    private StorageCoreCommands() {}

    private static Output adapters(HostView host, Arguments arguments) {
        List<Structure> rows = new ArrayList<>();
        if (!host.host().localDisks.isEmpty()) {
            rows.add(adapter(Lun.LOCAL_ADAPTER, "lsi_mr3", "link-n/a", "sas.51866da05c2f1e00")
                    .with("Capabilities", "")
                    .with("Description", "(0000:02:00.0) Avago (LSI / Symbios Logic) PERC H730 Mini"));
        }
        Iscsi iscsi = host.host().iscsi;
        if (iscsi.enabled) {
            rows.add(adapter(iscsi.adapter, "iscsi_vmk", "online", iscsi.iqn)
                    .with("Capabilities", "")
                    .with("Description", "iSCSI Software Adapter"));
        }
        return Output.table(rows);
    }

    private static Structure adapter(String name, String driver, String link, String uid) {
        return Structure.of("ScsiAdapter")
                .with("HBA Name", name)
                .with("Driver", driver)
                .with("Link State", link)
                .with("UID", uid);
    }

    private static Output rescan(HostView host, Arguments arguments) {
        boolean all = arguments.has("all");
        if (all == arguments.has("adapter")) {
            throw new Fault("Either --adapter or --all is needed");
        }
        String adapter = arguments.text("adapter", host.host().iscsi.adapter);
        boolean local =
                adapter.equals(Lun.LOCAL_ADAPTER) && !host.host().localDisks.isEmpty();
        boolean iscsi = host.host().iscsi.enabled && adapter.equals(host.host().iscsi.adapter);
        if (!all && !local && !iscsi) {
            throw new Fault("Unable to find adapter " + adapter);
        }
        if (all || iscsi) {
            host.paths().rescan();
        }
        return Output.nothing();
    }

    private static Output reclaim(HostView host, Arguments arguments) {
        Lun.asked(host, arguments)
                .forEach(l -> Claims.reclaim(host.site(), host.host(), l.disk().device()));
        return Output.nothing();
    }
}
