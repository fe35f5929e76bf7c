package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Datastore;
import io.twinpath.lab.site.DeviceClaim;
import io.twinpath.lab.site.Disk;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.Methods;
import java.util.List;
import java.util.Optional;

/** The storage of a host: what it shows, and what it can be told. */
record StorageSystem(HostContext at) implements HostPart {

    private static final List<String> PLUGINS = List.of("VMW_PSP_FIXED", "VMW_PSP_MRU", "VMW_PSP_RR");
    private static final List<String> SCHEMES = List.of("FIXED", "LB-RR", "LB-IOPS", "LB-BYTES", "LB--Latency");

    @Override
    public Data properties() {
        return Data.of("HostStorageSystem")
                .lazy("storageDeviceInfo", () -> new StorageInfo(at).data())
                .lazy("fileSystemVolumeInfo", () -> Volumes.info(at))
                .lazy("multipathStateInfo", () -> new StorageInfo(at).state())
                .unset("systemFile value availableField");
    }

    @Override
    public Methods calls() {
        IscsiChanges iscsi = new IscsiChanges(at);
        return Methods.none()
                .and(iscsi.methods())
                .does("SetMultipathLunPolicy", this::policy)
                .does("RescanHba", c -> rescan(c.text("hbaDevice")))
                .does("RescanAllHba", c -> at.paths().rescan())
                .does("RescanVmfs", c -> {})
                .does("RefreshStorageSystem", c -> {})
                .does("MountVmfsVolume", c -> mount(c.text("vmfsUuid"), true))
                .does("UnmountVmfsVolume", c -> mount(c.text("vmfsUuid"), false))
                .reads(
                        "QueryPathSelectionPolicyOptions",
                        c -> Optional.of(Listing.of(
                                "HostPathSelectionPolicyOption",
                                PLUGINS.stream()
                                        .map(p -> Data.of("HostPathSelectionPolicyOption")
                                                .put(
                                                        "policy",
                                                        Data.of("ElementDescription")
                                                                .text("label", p)
                                                                .text("summary", p)
                                                                .text("key", p))))));
    }

    private void rescan(String adapter) {
        boolean software = at.host().iscsi.enabled && adapter.equals(at.host().iscsi.adapter);
        if (!software && !adapter.equals(StorageInfo.LOCAL)) {
            throw Faults.absent(adapter);
        }
        if (software) {
            at.paths().rescan();
        }
    }

    /** The unit is named by its id, and by nothing else. */
    private void policy(Call call) {
        StorageInfo info = new StorageInfo(at);
        Disk disk = info.byId(call.text("lunId")).orElseThrow(() -> Faults.absent(call.text("lunId")));
        Element policy = call.argument("policy");
        String name = policy.need("policy");
        DeviceClaim claim = info.claim(disk);
        if (info.highPerformance(disk)) {
            if (!SCHEMES.contains(name) || !policy.type().equals("HostMultipathInfoHppLogicalUnitPolicy")) {
                throw Faults.invalidArgument("policy");
            }
            claim.scheme = name;
        } else {
            boolean fixed = name.equals("VMW_PSP_FIXED");
            if (!PLUGINS.contains(name) || (fixed && policy.text("prefer").isEmpty())) {
                throw Faults.invalidArgument("policy");
            }
            claim.psp = name;
        }
        claim.explicit = true;
    }

    private void mount(String uuid, boolean mounted) {
        String name = at.site().datastores.entrySet().stream()
                .filter(d -> d.getValue().uuid().equals(uuid))
                .filter(d -> knows(d.getValue()))
                .findFirst()
                .orElseThrow(() -> Faults.absent(uuid))
                .getKey();
        boolean now = !at.host().volumes.unmounted.contains(uuid);
        if (now == mounted) {
            throw Faults.invalidState();
        }
        if (mounted) {
            at.host().volumes.unmounted.remove(uuid);
        } else {
            if (Volumes.inUse(at, name)) {
                throw Faults.inUse("Datastore", name);
            }
            at.host().volumes.unmounted.add(uuid);
        }
    }

    private boolean knows(Datastore store) {
        return new StorageInfo(at).disks().stream().anyMatch(d -> d.device().equals(store.device()));
    }
}
