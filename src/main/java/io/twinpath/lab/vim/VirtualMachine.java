package io.twinpath.lab.vim;

import io.twinpath.lab.site.Effects;
import io.twinpath.lab.site.Vm;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Ref;
import java.util.Optional;

/** A virtual machine. */
final class VirtualMachine implements ManagedObject {

    private static final String KIND = "VirtualMachine";

    private final World world;
    private final String name;
    private final Vm vm;

    private VirtualMachine(World world, String name, Vm vm) {
        this.world = world;
        this.name = name;
        this.vm = vm;
    }

    static Optional<ManagedObject> find(World world, Ref ref) {
        return world.key(ref)
                .flatMap(n -> Optional.ofNullable(world.site().vms.get(n))
                        .filter(v -> world.hosts().contains(v.host))
                        .map(v -> new VirtualMachine(world, n, v)));
    }

    @Override
    public Ref self() {
        return world.ref(KIND, name);
    }

    @Override
    public Data properties() {
        return Entities.entity(world, self(), name, Optional.of(Folder.VM.ref(world)))
                .lazy("runtime", this::runtime)
                .lazy(
                        "config",
                        () -> Data.of("VirtualMachineConfigInfo")
                                .text("name", name)
                                .text("guestId", vm.guest)
                                .text("uuid", vm.uuid))
                .lazy("summary", this::summary)
                .unset(
                        "capability layout layoutEx storage environmentBrowser resourcePool parentVApp resourceConfig guest"
                                + " datastore network snapshot rootSnapshot guestHeartbeatStatus");
    }

    private Data runtime() {
        boolean on = new Effects(world.site()).powered(name);
        return Data.of("VirtualMachineRuntimeInfo")
                .put("host", world.hostRef(vm.host))
                .text("connectionState", "connected")
                .text("powerState", on ? "poweredOn" : "poweredOff")
                .flag("toolsInstallerMounted", false)
                .number("numMksConnections", 0)
                .unset("question bootTime suspendTime");
    }

    private Data summary() {
        return Data.of("VirtualMachineSummary")
                .put("vm", self())
                .put("runtime", runtime())
                .put(
                        "config",
                        Data.of("VirtualMachineConfigSummary")
                                .text("name", name)
                                .text("uuid", vm.uuid))
                .text("overallStatus", "green");
    }
}
