package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.Adapter;
import io.twinpath.lab.site.DistributedSwitch;
import io.twinpath.lab.site.HostDevice;
import io.twinpath.lab.site.Machines;
import io.twinpath.lab.site.VirtualDisk;
import io.twinpath.lab.site.Vm;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The devices of a machine in the types of the API: two controllers, and what hangs on them. */
final class MachineDevices {

    private static final int PCI = 100;
    private static final int IDE = 200;
    private static final int SCSI = 1000;
    private static final int FIRST_DISK = 2000;
    private static final long KB_PER_MIB = 1024;
    private static final long BYTES_PER_MIB = 1L << 20;

    private final World world;
    private final String name;
    private final Vm vm;

    MachineDevices(World world, String name, Vm vm) {
        this.world = world;
        this.name = name;
        this.vm = vm;
    }

    List<Value> all() {
        List<Value> all = new ArrayList<>();
        all.add(device("VirtualIDEController", IDE, "IDE 0", "IDE 0").number("busNumber", 0));
        all.add(device("VirtualPCIController", PCI, "PCI controller 0", "PCI controller 0")
                .number("busNumber", 0));
        all.add(device("ParaVirtualSCSIController", SCSI, "SCSI controller 0", "VMware paravirtual SCSI")
                .number("controllerKey", PCI)
                .number("busNumber", 0)
                .flag("hotAddRemove", true)
                .text("sharedBus", "noSharing")
                .number("scsiCtlrUnitNumber", 7));
        vm.devices.forEach((label, d) -> all.add(hostDevice(label, d)));
        vm.disks.forEach((label, d) -> all.add(disk(label, d)));
        vm.adapters.forEach((label, a) -> all.add(adapter(label, a)));
        return all;
    }

    private static Data device(String type, int key, String label, String summary) {
        return Data.of(type)
                .number("key", key)
                .put("deviceInfo", Data.of("Description").text("label", label).text("summary", summary));
    }

    private Data disk(String label, VirtualDisk disk) {
        int unit = disk.key - FIRST_DISK;
        int file = new ArrayList<>(vm.disks.keySet()).indexOf(label);
        String path = "[" + disk.datastore + "] " + name + "/" + name + (file == 0 ? "" : "_" + file) + ".vmdk";
        return device("VirtualDisk", disk.key, label, "%,d KB".formatted(disk.sizeMib * KB_PER_MIB))
                .put(
                        "backing",
                        Data.of("VirtualDiskFlatVer2BackingInfo")
                                .text("fileName", path)
                                .put("datastore", world.ref("Datastore", disk.datastore))
                                .text("diskMode", "persistent")
                                .flag("split", false)
                                .flag("writeThrough", false)
                                .flag("thinProvisioned", disk.thin)
                                .flag("eagerlyScrub", false)
                                .text("uuid", Machines.named(vm.uuid + "/" + label)))
                .number("controllerKey", SCSI)
                .number("unitNumber", unit)
                .large("capacityInKB", disk.sizeMib * KB_PER_MIB)
                .large("capacityInBytes", disk.sizeMib * BYTES_PER_MIB);
    }

    private Data adapter(String label, Adapter adapter) {
        return device("Virtual" + adapter.model, adapter.key, label, summary(adapter))
                .put("backing", backing(adapter))
                .put("connectable", connection(adapter.connected))
                .number("controllerKey", PCI)
                .number("unitNumber", adapter.key - 3993)
                .text("addressType", "assigned")
                .text("macAddress", adapter.mac)
                .flag("wakeOnLanEnabled", true);
    }

    private String summary(Adapter adapter) {
        return Networks.distributed(world, vm.host, adapter.network)
                .map(d -> "DVSwitch: " + Networks.uuid(d))
                .orElse(adapter.network);
    }

    private Data backing(Adapter adapter) {
        Optional<DistributedSwitch> distributed = Networks.distributed(world, vm.host, adapter.network);
        if (distributed.isPresent()) {
            return Data.of("VirtualEthernetCardDistributedVirtualPortBackingInfo")
                    .put(
                            "port",
                            Data.of("DistributedVirtualSwitchPortConnection")
                                    .text("switchUuid", Networks.uuid(distributed.orElseThrow()))
                                    .text(
                                            "portgroupKey",
                                            world.ref(Networks.DISTRIBUTED, adapter.network)
                                                    .id()));
        }
        return Data.of("VirtualEthernetCardNetworkBackingInfo")
                .text("deviceName", adapter.network)
                .flag("useAutoDetect", false)
                .put("network", world.ref("Network", adapter.network));
    }

    private Data hostDevice(String label, HostDevice found) {
        return switch (found.kind) {
            case IMAGE ->
                drive(
                        label,
                        found,
                        Data.of("VirtualCdromIsoBackingInfo")
                                .text("fileName", found.backing)
                                .put("datastore", world.ref("Datastore", found.datastore())));
            case DRIVE ->
                drive(
                        label,
                        found,
                        Data.of("VirtualCdromAtapiBackingInfo")
                                .text("deviceName", found.backing)
                                .flag("useAutoDetect", false));
            case PASSTHROUGH ->
                device("VirtualPCIPassthrough", found.key, label, "")
                        .put(
                                "backing",
                                Data.of("VirtualPCIPassthroughDeviceBackingInfo")
                                        .text("deviceName", "")
                                        .flag("useAutoDetect", false)
                                        .text("id", found.backing)
                                        .text("deviceId", "0")
                                        .text("systemId", "")
                                        .small("vendorId", 0))
                        .number("controllerKey", PCI);
        };
    }

    private static Data drive(String label, HostDevice found, Data backing) {
        return device("VirtualCdrom", found.key, label, "CD/DVD drive")
                .put("backing", backing)
                .put("connectable", connection(found.connected))
                .number("controllerKey", IDE)
                .number("unitNumber", found.key - 3000);
    }

    private static Data connection(boolean connected) {
        return Data.of("VirtualDeviceConnectInfo")
                .flag("startConnected", connected)
                .flag("allowGuestControl", true)
                .flag("connected", connected)
                .text("status", connected ? "ok" : "untried");
    }
}
