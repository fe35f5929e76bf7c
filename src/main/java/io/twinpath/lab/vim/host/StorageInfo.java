package io.twinpath.lab.vim.host;

import io.twinpath.lab.site.Claims;
import io.twinpath.lab.site.DeviceClaim;
import io.twinpath.lab.site.Disk;
import io.twinpath.lab.site.IscsiPaths;
import io.twinpath.lab.site.ScsiPath;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adapters, devices and paths of a host, as {@code config.storageDevice} shows them. */
final class StorageInfo {

    static final String LOCAL = "vmhba0";
    private static final String LOCAL_KEY = "key-vim.host.BlockHba-" + LOCAL;
    private static final long MIB = 1 << 20;
    private static final int BLOCK = 512;

    private final HostContext at;
    private final IscsiPaths paths;

    StorageInfo(HostContext at) {
        this.at = at;
        this.paths = at.paths();
    }

    Data data() {
        return Data.of("HostStorageDeviceInfo")
                .lazy("hostBusAdapter", this::adapters)
                .lazy("scsiLun", this::luns)
                .lazy("scsiTopology", this::topology)
                .unset("nvmeTopology")
                .lazy("multipathInfo", this::multipath)
                .lazy("plugStoreTopology", this::plugStore)
                .flag("softwareInternetScsiEnabled", at.host().iscsi.enabled);
    }

    /** What {@code config.multipathState} shows. */
    Data state() {
        return Data.of("HostMultipathStateInfo")
                .list(
                        "path",
                        "HostMultipathStateInfoPath",
                        disks().stream()
                                .flatMap(this::pathNames)
                                .map(p -> Data.of("HostMultipathStateInfoPath")
                                        .text("name", p.name())
                                        .text("pathState", p.state())));
    }

    private record Named(String name, String state) {}

    private Stream<Named> pathNames(Disk disk) {
        return local(disk)
                ? Stream.of(new Named(localPath(disk), "active"))
                : seen(disk).map(p -> new Named(name(p), state(p)));
    }

    List<Disk> disks() {
        return Claims.disks(at.site(), at.host());
    }

    boolean local(Disk disk) {
        return at.host().localDisks.contains(disk);
    }

    /** From 7.0 on local disks belong to the high-performance plugin. */
    boolean highPerformance(Disk disk) {
        return local(disk) && at.host().release.atLeast(7, 0);
    }

    static String uuid(Disk disk) {
        return "0200000000" + disk.device().replace("naa.", "");
    }

    Optional<Disk> byId(String id) {
        return disks().stream().filter(d -> uuid(d).equals(id)).findFirst();
    }

    private static String iscsiKey(String adapter) {
        return "key-vim.host.InternetScsiHba-" + adapter;
    }

    private Listing adapters() {
        Data local = Data.of("HostBlockHba")
                .text("key", LOCAL_KEY)
                .text("device", LOCAL)
                .number("bus", 0)
                .text("status", "unknown")
                .text("model", "PERC H730 Mini")
                .text("driver", "lsi_mr3")
                .text("pci", "0000:02:00.0")
                .text("storageProtocol", "scsi");
        return Listing.of(
                "HostHostBusAdapter",
                Stream.concat(
                        Stream.of(local),
                        Stream.of(at.host().iscsi)
                                .filter(i -> i.enabled)
                                .map(i -> new IscsiInfo(at).adapter(iscsiKey(i.adapter)))));
    }

    private Listing luns() {
        return Listing.of("ScsiLun", disks().stream().map(this::lun));
    }

    private static String lunKey(Disk disk) {
        return "key-vim.host.ScsiDisk-" + uuid(disk);
    }

    private Data lun(Disk disk) {
        boolean works = local(disk) || seen(disk).anyMatch(paths::active);
        return Data.of("HostScsiDisk")
                .text("deviceName", "/vmfs/devices/disks/" + disk.device())
                .text("deviceType", "disk")
                .text("key", lunKey(disk))
                .text("uuid", uuid(disk))
                .text("canonicalName", disk.device())
                .text(
                        "displayName",
                        (local(disk) ? "Local " : "") + disk.vendor() + (local(disk) ? " Disk (" : " iSCSI Disk (")
                                + disk.device() + ")")
                .text("lunType", "disk")
                .text("vendor", disk.vendor())
                .text("model", disk.model())
                .text("revision", disk.revision())
                .number("scsiLevel", 5)
                .text("serialNumber", "unavailable")
                .texts("operationalState", List.of(works ? "ok" : "lostCommunication"))
                .text("vStorageSupport", local(disk) ? "vStorageUnsupported" : "vStorageSupported")
                .flag("protocolEndpoint", false)
                .put(
                        "capacity",
                        Data.of("HostDiskDimensionsLba")
                                .number("blockSize", BLOCK)
                                .large("block", disk.sizeMib() * MIB / BLOCK))
                .text("devicePath", "/vmfs/devices/disks/" + disk.device())
                .flag("ssd", disk.ssd())
                .flag("localDisk", local(disk))
                .unset(
                        "descriptor alternateName standardInquiry queueDepth capabilities perenniallyReserved clusteredVmdkSupported"
                                + " applicationProtocol dispatched physicalLocation emulatedDIXDIFEnabled vsanDiskInfo scsiDiskType usedByMemoryTiering");
    }

    private Data topology() {
        return Data.of("HostScsiTopology").list("adapter", "HostScsiTopologyInterface", Stream.empty());
    }

    /** Only what tells the numbers of a path. */
    private Data plugStore() {
        return Data.of("HostPlugStoreTopology")
                .list("path", "HostPlugStoreTopologyPath", disks().stream().flatMap(this::places))
                .unset("adapter target device plugin");
    }

    private Stream<Data> places(Disk disk) {
        return local(disk)
                ? Stream.of(place(localPath(disk), 2, 0, disk.lun()))
                : seen(disk).map(p -> place(name(p), p.channel(), p.targetNumber(), p.lun()));
    }

    private static Data place(String name, int channel, int target, int lun) {
        return Data.of("HostPlugStoreTopologyPath")
                .text("key", "key-vim.host.PlugStoreTopology.Path-" + name)
                .text("name", name)
                .number("channelNumber", channel)
                .number("targetNumber", target)
                .number("lunNumber", lun)
                .unset("adapter target device");
    }

    private Data multipath() {
        return Data.of("HostMultipathInfo")
                .list("lun", "HostMultipathInfoLogicalUnit", disks().stream().map(this::unit));
    }

    private Data unit(Disk disk) {
        String key = "key-vim.host.MultipathInfo.LogicalUnit-" + uuid(disk);
        Stream<Data> all = local(disk)
                ? Stream.of(path(localPath(disk), "active", LOCAL_KEY, key)
                        .put("transport", Data.of("HostBlockAdapterTargetTransport")))
                : seen(disk).map(p -> iscsiPath(p, key));
        return Data.of("HostMultipathInfoLogicalUnit")
                .text("key", key)
                .text("id", uuid(disk))
                .text("lun", lunKey(disk))
                .list("path", "HostMultipathInfoPath", all)
                .put("policy", policy(disk))
                .put(
                        "storageArrayTypePolicy",
                        Data.of("HostMultipathInfoLogicalUnitStorageArrayTypePolicy")
                                .text("policy", claim(disk).satp));
    }

    private Data policy(Disk disk) {
        DeviceClaim claim = claim(disk);
        if (highPerformance(disk)) {
            return Data.of("HostMultipathInfoHppLogicalUnitPolicy")
                    .text("policy", claim.scheme)
                    .unset("bytes iops path latencyEvalTime samplingIos");
        }
        if (claim.psp.equals("VMW_PSP_FIXED")) {
            String preferred = local(disk)
                    ? localPath(disk)
                    : seen(disk)
                            .filter(paths::active)
                            .findFirst()
                            .map(this::name)
                            .orElse("");
            return Data.of("HostMultipathInfoFixedLogicalUnitPolicy")
                    .text("policy", claim.psp)
                    .text("prefer", preferred);
        }
        return Data.of("HostMultipathInfoLogicalUnitPolicy").text("policy", claim.psp);
    }

    DeviceClaim claim(Disk disk) {
        return Optional.ofNullable(at.host().devices.get(disk.device())).orElseGet(DeviceClaim::new);
    }

    private Stream<ScsiPath> seen(Disk disk) {
        return at.host().paths.stream().filter(p -> p.device().equals(disk.device()));
    }

    private String name(ScsiPath path) {
        return path.runtimeName(at.host().iscsi.adapter);
    }

    private static String localPath(Disk disk) {
        return LOCAL + ":C2:T0:L" + disk.lun();
    }

    private String state(ScsiPath path) {
        return paths.active(path) ? "active" : "dead";
    }

    private Data iscsiPath(ScsiPath path, String unit) {
        return path(name(path), state(path), iscsiKey(at.host().iscsi.adapter), unit)
                .put(
                        "transport",
                        Data.of("HostInternetScsiTargetTransport")
                                .text("iScsiName", path.target())
                                .text("iScsiAlias", "")
                                .texts("address", List.of(path.portal() + ":3260")));
    }

    private static Data path(String name, String state, String adapter, String unit) {
        return Data.of("HostMultipathInfoPath")
                .text("key", "key-vim.host.MultipathInfo.Path-" + name)
                .text("name", name)
                .text("pathState", state)
                .text("state", state)
                .flag("isWorkingPath", state.equals("active"))
                .text("adapter", adapter)
                .text("lun", unit);
    }
}
