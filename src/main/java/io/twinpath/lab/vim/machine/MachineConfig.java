package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.Allocation;
import io.twinpath.lab.site.Datastore;
import io.twinpath.lab.site.Vm;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.vim.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The configuration of a machine in the types of the API. */
final class MachineConfig {

    private static final Map<String, String> SYSTEMS = Map.of(
            "debian10_64Guest", "Debian GNU/Linux 10 (64-bit)",
            "debian11_64Guest", "Debian GNU/Linux 11 (64-bit)",
            "freebsd12_64Guest", "FreeBSD 12 (64-bit)",
            "otherGuest64", "Other (64-bit)");

    private static final int NORMAL_CPU_SHARES = 1000;
    private static final int NORMAL_MEMORY_SHARES = 10;
    private static final long BYTES_PER_MIB = 1L << 20;

    private final World world;
    private final String name;
    private final Vm vm;

    MachineConfig(World world, String name, Vm vm) {
        this.world = world;
        this.name = name;
        this.vm = vm;
    }

    static String fullName(String guest) {
        return SYSTEMS.getOrDefault(guest, guest);
    }

    /** What a client sends back to say which configuration it has read. */
    static String changeVersion(Vm vm) {
        return "2022-10-01T06:00:00.%06dZ".formatted(vm.changes % 1_000_000);
    }

    Data config() {
        return Data.of("VirtualMachineConfigInfo")
                .text("changeVersion", changeVersion(vm))
                .time("modified", Instant.parse("2022-10-01T06:00:00Z").plusMillis(vm.changes))
                .text("name", name)
                .text("guestFullName", fullName(vm.guest))
                .text("version", vm.hardware)
                .text("uuid", vm.uuid)
                .text("instanceUuid", vm.instanceUuid)
                .flag("template", false)
                .text("guestId", vm.guest)
                .text("alternateGuestName", "")
                .text("annotation", vm.notes)
                .put(
                        "files",
                        Data.of("VirtualMachineFileInfo")
                                .text("vmPathName", path(".vmx"))
                                .text("snapshotDirectory", "[" + vm.home + "] " + name + "/")
                                .text("suspendDirectory", "[" + vm.home + "] " + name + "/")
                                .text("logDirectory", "[" + vm.home + "] " + name + "/"))
                .lazy("hardware", this::hardware)
                .lazy("cpuAllocation", () -> allocation(vm.cpu, vm.cpu.reservation, cpuShares()))
                .lazy("memoryAllocation", () -> allocation(vm.memory, vm.reservedMemory(), memoryShares()))
                .put("latencySensitivity", Data.of("LatencySensitivity").text("level", vm.latency))
                .flag("memoryHotAddEnabled", vm.memoryHotAdd)
                .flag("cpuHotAddEnabled", vm.cpuHotAdd)
                .flag("cpuHotRemoveEnabled", false)
                .maybe("cpuAffinity", affinity(vm.cpuAffinity))
                .maybe("memoryAffinity", affinity(vm.memoryAffinity))
                .list(
                        "extraConfig",
                        "OptionValue",
                        vm.advanced.entrySet().stream()
                                .map(e -> Data.of("OptionValue")
                                        .text("key", e.getKey())
                                        .any("value", Scalar.of(e.getValue()))))
                .list(
                        "datastoreUrl",
                        "VirtualMachineConfigInfoDatastoreUrlPair",
                        vm.datastores().stream()
                                .map(d -> Data.of("VirtualMachineConfigInfoDatastoreUrlPair")
                                        .text("name", d)
                                        .text("url", url(d))))
                .text("swapPlacement", vm.swap)
                .text("firmware", "bios")
                .number("maxMksConnections", 40)
                .flag("memoryReservationLockedToMax", vm.memoryLocked)
                .unset(
                        "createDate npivNodeWorldWideName npivPortWorldWideName npivWorldWideNameType locationId tools flags"
                                + " consolePreferences defaultPowerOps rebootPowerOff vcpuConfig hotPlugMemoryLimit"
                                + " hotPlugMemoryIncrementSize networkShaper cpuFeatureMask bootOptions ftInfo"
                                + " repConfig vAppConfig vAssertsEnabled changeTrackingEnabled guestAutoLockEnabled managedBy"
                                + " initialOverhead nestedHVEnabled vPMCEnabled scheduledHardwareUpgradeInfo forkConfigInfo"
                                + " vFlashCacheReservation vmxConfigChecksum messageBusTunnelEnabled migrateEncryption");
    }

    /** What a pool keeps for the machine. */
    Data allocations(Ref self) {
        return Data.of("ResourceConfigSpec")
                .put("entity", self)
                .put("cpuAllocation", allocation(vm.cpu, vm.cpu.reservation, cpuShares()))
                .put("memoryAllocation", allocation(vm.memory, vm.reservedMemory(), memoryShares()));
    }

    Data summary(Ref self, Supplier<Data> runtime, Supplier<Data> guest) {
        return Data.of("VirtualMachineSummary")
                .put("vm", self)
                .lazy("runtime", runtime)
                .lazy("guest", guest)
                .put(
                        "config",
                        Data.of("VirtualMachineConfigSummary")
                                .text("name", name)
                                .flag("template", false)
                                .text("vmPathName", path(".vmx"))
                                .number("memorySizeMB", vm.memoryMib)
                                .number("cpuReservation", (int) vm.cpu.reservation)
                                .number("memoryReservation", (int) vm.reservedMemory())
                                .number("numCpu", vm.cpus)
                                .number("numEthernetCards", vm.adapters.size())
                                .number("numVirtualDisks", vm.disks.size())
                                .text("uuid", vm.uuid)
                                .text("instanceUuid", vm.instanceUuid)
                                .text("guestId", vm.guest)
                                .text("guestFullName", fullName(vm.guest))
                                .text("annotation", vm.notes)
                                .unset(
                                        "product installBootRequired ftInfo managedBy tpmPresent numVmiopBackings hwVersion"))
                .put("storage", storage())
                .put(
                        "quickStats",
                        Data.of("VirtualMachineQuickStats")
                                .text("guestHeartbeatStatus", "green")
                                .unset(
                                        "overallCpuUsage overallCpuDemand guestMemoryUsage hostMemoryUsage uptimeSeconds"))
                .text("overallStatus", "green")
                .unset("customValue");
    }

    private Data storage() {
        long size = vm.disks.values().stream().mapToLong(d -> d.sizeMib).sum() * BYTES_PER_MIB;
        long thin = vm.disks.values().stream()
                        .filter(d -> d.thin)
                        .mapToLong(d -> d.sizeMib)
                        .sum()
                * BYTES_PER_MIB;
        return Data.of("VirtualMachineStorageSummary")
                .large("committed", size - thin)
                .large("uncommitted", thin)
                .large("unshared", size - thin)
                .time("timestamp", world.now());
    }

    private Data hardware() {
        return Data.of("VirtualHardware")
                .number("numCPU", vm.cpus)
                .number("numCoresPerSocket", vm.coresPerSocket)
                .number("memoryMB", vm.memoryMib)
                .flag("virtualICH7MPresent", false)
                .flag("virtualSMCPresent", false)
                .list("device", "VirtualDevice", new MachineDevices(world, name, vm).all().stream());
    }

    private String path(String suffix) {
        return "[" + vm.home + "] " + name + "/" + name + suffix;
    }

    private String url(String datastore) {
        String uuid = Optional.ofNullable(world.site().datastores.get(datastore))
                .map(Datastore::uuid)
                .orElse("");
        return "ds:///vmfs/volumes/" + uuid + "/";
    }

    private int cpuShares() {
        return NORMAL_CPU_SHARES * vm.cpus;
    }

    private int memoryShares() {
        return NORMAL_MEMORY_SHARES * vm.memoryMib;
    }

    private static Optional<Data> affinity(List<Integer> places) {
        return Optional.of(places)
                .filter(p -> !p.isEmpty())
                .map(p -> Data.of("VirtualMachineAffinityInfo")
                        .put("affinitySet", Listing.of("xsd:int", p.stream().map(Scalar::of))));
    }

    private static Data allocation(Allocation share, long reservation, int normal) {
        boolean custom = Character.isDigit(share.shares.charAt(0));
        int shares = switch (share.shares) {
            case "low" -> normal / 2;
            case "high" -> normal * 2;
            case "normal" -> normal;
            default -> Integer.parseInt(share.shares);
        };
        return Data.of("ResourceAllocationInfo")
                .large("reservation", reservation)
                .flag("expandableReservation", false)
                .large("limit", share.limit)
                .put(
                        "shares",
                        Data.of("SharesInfo").number("shares", shares).text("level", custom ? "custom" : share.shares))
                .unset("overheadLimit");
    }
}
