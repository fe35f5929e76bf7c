package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.Vm;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.vim.Entities;
import io.twinpath.lab.vim.Inventory;
import io.twinpath.lab.vim.ManagedObject;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A virtual machine. */
public final class MachineObject implements ManagedObject {

    /** Its type in the API. */
    public static final String KIND = "VirtualMachine";

    private final World world;
    private final String name;
    private final Vm vm;

    private MachineObject(World world, String name, Vm vm) {
        this.world = world;
        this.name = name;
        this.vm = vm;
    }

    public static Optional<ManagedObject> find(World world, Ref ref) {
        return world.key(ref)
                .flatMap(n -> Optional.ofNullable(world.site().vms.get(n))
                        .filter(v -> world.manages(v.host))
                        .map(v -> new MachineObject(world, n, v)));
    }

    @Override
    public Ref self() {
        return world.ref(KIND, name);
    }

    @Override
    public Data properties() {
        MachineConfig config = new MachineConfig(world, name, vm);
        return Entities.entity(world, self(), name, Optional.of(Inventory.machineFolder(world)))
                .lazy("capability", MachineObject::capability)
                .lazy("config", config::config)
                .lazy("resourceConfig", () -> config.allocations(self()))
                .lazy("resourcePool", () -> Inventory.pool(world, vm.host))
                .lazy("runtime", this::runtime)
                .lazy("guest", this::guest)
                .lazy("summary", () -> config.summary(self(), this::runtime, this::guestSummary))
                .refs("datastore", vm.datastores().stream().map(d -> world.ref("Datastore", d)))
                .lazy("network", () -> Listing.refs(networks()))
                .lazy("guestHeartbeatStatus", () -> Scalar.of(powered() ? "green" : "gray"))
                .unset("layout layoutEx storage environmentBrowser parentVApp rootSnapshot");
    }

    @Override
    public Methods methods() {
        return new Reconfiguring(world, name)
                .methods()
                .and(new Relocating(world, name).methods())
                .and(new PowerCalls(world, name).methods());
    }

    private boolean powered() {
        return new Effects(world.site()).powered(name);
    }

    private Stream<Ref> networks() {
        return vm.adapters.values().stream()
                .map(a -> Networks.ref(world, vm.host, a.network))
                .distinct();
    }

    private Data runtime() {
        return Data.of("VirtualMachineRuntimeInfo")
                .put("host", world.hostRef(vm.host))
                .lazy("connectionState", () -> Scalar.of(connection()))
                .lazy("powerState", () -> Scalar.of(PowerCalls.state(world, name)))
                .flag("toolsInstallerMounted", false)
                .number("numMksConnections", 0)
                .maybe("question", Optional.empty())
                .large(
                        "maxCpuUsage",
                        (long) vm.cpus * world.host(vm.host).processor.mhz())
                .number("maxMemoryUsage", vm.memoryMib)
                .flag("consolidationNeeded", false)
                .unset("device bootTime suspendTime suspendInterval memoryOverhead dasVmProtection cleanPowerOff"
                        + " needSecondaryReason onlineStandby minRequiredEVCModeKey faultToleranceState"
                        + " offlineFeatureRequirement featureRequirement featureMask vFlashCacheAllocation");
    }

    private String connection() {
        if (!world.responds(vm.host)) {
            return "disconnected";
        }
        return new Effects(world.site()).unreachable(vm).isEmpty() ? "connected" : "inaccessible";
    }

    /** A guest that hangs or waits for a passphrase shows no tools. */
    private boolean guestRuns() {
        return new Effects(world.site()).vm(name) == Effects.VmState.RUNNING;
    }

    private Data guest() {
        boolean runs = guestRuns();
        return Data.of("GuestInfo")
                .text("toolsStatus", runs ? "toolsOk" : "toolsNotRunning")
                .text("toolsVersionStatus", "guestToolsCurrent")
                .text("toolsRunningStatus", runs ? "guestToolsRunning" : "guestToolsNotRunning")
                .text("guestId", vm.guest)
                .text("guestFullName", MachineConfig.fullName(vm.guest))
                .maybe("hostName", Optional.of(name).filter(n -> runs).map(Scalar::of))
                .text("guestState", runs ? "running" : "notRunning")
                .unset("toolsVersion guestFamily ipAddress net ipStack disk screen appHeartbeatStatus appState"
                        + " guestOperationsReady interactiveGuestOperationsReady generationInfo");
    }

    private Data guestSummary() {
        boolean runs = guestRuns();
        return Data.of("VirtualMachineGuestSummary")
                .text("guestId", vm.guest)
                .text("guestFullName", MachineConfig.fullName(vm.guest))
                .text("toolsStatus", runs ? "toolsOk" : "toolsNotRunning")
                .text("toolsRunningStatus", runs ? "guestToolsRunning" : "guestToolsNotRunning")
                .unset("toolsVersionStatus toolsVersionStatus2 hostName ipAddress");
    }

    private static Data capability() {
        Data capability = Data.of("VirtualMachineCapability");
        List.of("snapshotOperationsSupported", "multipleSnapshotsSupported", "poweredOffSnapshotsSupported")
                .forEach(f -> capability.flag(f, false));
        return capability
                .flag("settingVmLatencySensitivitySupported", true)
                .flag("memoryReservationLockSupported", true);
    }
}
