package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.Move;
import io.twinpath.lab.site.Obstacle;
import io.twinpath.lab.site.Vmotion;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.vim.Call;
import io.twinpath.lab.vim.ManagedObject;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.Work;
import io.twinpath.lab.vim.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says beforehand what would be in the way of a move. What it finds stands in the result of a task that succeeds. */
public final class ProvisioningChecker implements ManagedObject {

    /** Its type in the API. */
    public static final String KIND = "VirtualMachineProvisioningChecker";

    private static final Map<Obstacle.Kind, String> TESTS = Map.ofEntries(
            Map.entry(Obstacle.Kind.HOST_UNREACHABLE, "hostTests"),
            Map.entry(Obstacle.Kind.HOST_IN_MAINTENANCE, "hostTests"),
            Map.entry(Obstacle.Kind.STORAGE_LOST, "sourceTests"),
            Map.entry(Obstacle.Kind.DISK_UNREACHABLE, "datastoreTests"),
            Map.entry(Obstacle.Kind.STORAGE_IN_MAINTENANCE, "datastoreTests"),
            Map.entry(Obstacle.Kind.SPACE, "datastoreTests"),
            Map.entry(Obstacle.Kind.NETWORK_MISSING, "networkTests"),
            Map.entry(Obstacle.Kind.PASSTHROUGH, "sourceTests"),
            Map.entry(Obstacle.Kind.CONNECTED_DEVICE, "hostTests"),
            Map.entry(Obstacle.Kind.PROCESSOR_AFFINITY, "sourceTests"),
            Map.entry(Obstacle.Kind.LATENCY_SENSITIVE, "sourceTests"),
            Map.entry(Obstacle.Kind.PROCESSOR_RESERVATION, "resourcePoolTests"),
            Map.entry(Obstacle.Kind.MEMORY_RESERVATION, "resourcePoolTests"),
            Map.entry(Obstacle.Kind.PROCESSOR_MAKE, "hostTests"),
            Map.entry(Obstacle.Kind.NO_VMOTION_NETWORK, "hostTests"),
            Map.entry(Obstacle.Kind.RULE, "hostTests"));

    private final World world;

    private ProvisioningChecker(World world) {
        this.world = world;
    }

    /** How a vCenter refers to it. */
    public static Ref ref() {
        return new Ref(KIND, "ProvChecker");
    }

    public static Optional<ManagedObject> find(World world, Ref ref) {
        return world.vcenter() && ref.equals(ref()) ? Optional.of(new ProvisioningChecker(world)) : Optional.empty();
    }

    @Override
    public Ref self() {
        return ref();
    }

    @Override
    public Data properties() {
        return Data.of(KIND);
    }

    @Override
    public Methods methods() {
        return Methods.none()
                .task("CheckRelocate_Task", call -> Work.once(() -> Optional.of(relocate(call))))
                .task("CheckMigrate_Task", call -> Work.once(() -> Optional.of(migrate(call))))
                .task("QueryVMotionCompatibilityEx_Task", call -> Work.once(() -> Optional.of(compatibility(call))));
    }

    private Listing relocate(Call call) {
        String vm = machine(call.argument("vm").ref());
        Move move = new Relocating(world, vm).move(call.argument("spec"));
        return results(Stream.of(result(vm, move, tests(call))));
    }

    private Listing migrate(Call call) {
        String vm = machine(call.argument("vm").ref());
        Optional<String> host = call.method().ref("host").map(this::host);
        Move move = new Move(host, Optional.empty(), Map.of(), Map.of());
        return results(Stream.of(result(vm, move, tests(call))));
    }

    private Listing compatibility(Call call) {
        List<Data> all = new ArrayList<>();
        for (Element vm : call.method().all("vm")) {
            for (Element host : call.method().all("host")) {
                all.add(result(machine(vm.ref()), Move.to(host(host.ref())), Set.of()));
            }
        }
        return results(all.stream());
    }

    private Data result(String vm, Move move, Set<String> tests) {
        List<Obstacle> found = new Vmotion(world.site()).check(vm, move);
        String host = move.host().orElse(world.site().vm(vm).host);
        return Data.of("CheckResult")
                .put("vm", world.ref(MachineObject.KIND, vm))
                .put("host", world.hostRef(host))
                .list(
                        "error",
                        "LocalizedMethodFault",
                        found.stream()
                                .filter(o -> tests.isEmpty() || tests.contains(TESTS.get(o.kind())))
                                .map(o -> MoveFaults.of(world, o).localized()));
    }

    private static Listing results(Stream<Data> results) {
        return Listing.of("CheckResult", results);
    }

    private static Set<String> tests(Call call) {
        return Set.copyOf(call.method().texts("testType"));
    }

    private String machine(Ref ref) {
        return world.key(ref).filter(world.site().vms::containsKey).orElseThrow(() -> Faults.notFound(ref));
    }

    private String host(Ref ref) {
        return world.key(ref).filter(world.site().hosts::containsKey).orElseThrow(() -> Faults.notFound(ref));
    }
}
