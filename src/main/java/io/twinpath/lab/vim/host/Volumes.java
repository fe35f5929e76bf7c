package io.twinpath.lab.vim.host;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.Inventory;
import java.util.Optional;

/** The file systems of a host. */
final class Volumes {

    private Volumes() {}

    /** What {@code config.fileSystemVolume} shows. */
    static Data info(HostContext at) {
        return Data.of("HostFileSystemVolumeInfo")
                .texts("volumeTypeList", java.util.List.of("VMFS", "NFS", "NFS41"))
                .list(
                        "mountInfo",
                        "HostFileSystemMountInfo",
                        Inventory.datastores(at.world(), at.name()).map(d -> mount(at, d)));
    }

    private static Data mount(HostContext at, Ref datastore) {
        Data properties = at.world().object(datastore).properties();
        Data mount =
                Data.of("HostFileSystemMountInfo").put("mountInfo", Inventory.mount(at.world(), datastore, at.name()));
        Optional<? extends Value> info = properties.field("info");
        if (info.orElse(null) instanceof Data found) {
            found.field(found.knows("vmfs") ? "vmfs" : "nas").ifPresent(v -> mount.put("volume", v));
        }
        return mount.unset("vStorageSupport");
    }

    /** Whether a machine that runs here lies on a datastore. */
    static boolean inUse(HostContext at, String datastore) {
        return at.site().vms.values().stream()
                .filter(v -> v.host.equals(at.name()) && v.started())
                .anyMatch(v -> v.datastores().contains(datastore));
    }
}
