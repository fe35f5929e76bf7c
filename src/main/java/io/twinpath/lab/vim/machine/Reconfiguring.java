package io.twinpath.lab.vim.machine;

import io.twinpath.lab.site.Allocation;
import io.twinpath.lab.site.Capacity;
import io.twinpath.lab.site.Machines;
import io.twinpath.lab.site.Vm;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Faults;
import io.twinpath.lab.soap.SoapFault;
import io.twinpath.lab.vim.Methods;
import io.twinpath.lab.vim.Work;
import io.twinpath.lab.vim.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Changes the configuration of a machine. All of a request is checked before any of it counts.
 *
 * <p>Our reading: what a request does not mention stays, also within an allocation. A {@code changeVersion} that is not the
 * present one ends the request. Advanced settings with an empty value are taken out. Processors and memory change while the
 * machine is off, or grow where hot-add is on.
 */
final class Reconfiguring {

    private static final String SPEC = "spec";
    private static final int LEAST_MEMORY = 4;
    private static final int MOST_CPUS = 768;

    /** Fields that the lab does something with; another one is refused rather than taken and forgotten. */
    private static final Set<String> KNOWN = Set.of(
            "changeVersion",
            "annotation",
            "numCPUs",
            "numCoresPerSocket",
            "memoryMB",
            "memoryHotAddEnabled",
            "cpuHotAddEnabled",
            "deviceChange",
            "cpuAllocation",
            "memoryAllocation",
            "latencySensitivity",
            "cpuAffinity",
            "memoryAffinity",
            "extraConfig",
            "swapPlacement",
            "memoryReservationLockedToMax",
            "guestId");

    private final World world;
    private final String name;

    Reconfiguring(World world, String name) {
        this.world = world;
        this.name = name;
    }

    Methods methods() {
        return Methods.none().task("ReconfigVM_Task", call -> {
            Element spec = call.argument(SPEC);
            return Work.once(() -> apply(spec));
        });
    }

    private void apply(Element spec) {
        Vm vm = world.site().vm(name);
        spec.children().stream()
                .map(Element::name)
                .filter(f -> !KNOWN.contains(f))
                .findFirst()
                .ifPresent(f -> {
                    throw Faults.invalidRequest("Unexpected element tag \"" + f + "\" seen");
                });
        spec.text("changeVersion")
                .filter(v -> !v.isEmpty() && !v.equals(MachineConfig.changeVersion(vm)))
                .ifPresent(v -> {
                    throw Faults.of(
                            "ConcurrentAccess",
                            "The operation cannot be completed because the object was modified by another request.");
                });
        hardware(spec, vm);
        share(spec, "cpuAllocation", vm.cpu, Long.MAX_VALUE);
        share(spec, "memoryAllocation", vm.memory, spec.number("memoryMB").orElse(vm.memoryMib));
        room(spec, vm);
        known(spec, "swapPlacement", Set.of("inherit", "vmDirectory", "hostLocal"));
        spec.at("latencySensitivity").ifPresent(l -> known(l, "level", Set.of("low", "normal", "medium", "high")));
        DeviceChanges devices = new DeviceChanges(world, vm, spec.all("deviceChange"));
        devices.check();

        write(spec, vm);
        devices.write();
        vm.changes++;
        Machines.settle(name, vm);
    }

    private void hardware(Element spec, Vm vm) {
        int cpus = spec.number("numCPUs").orElse(vm.cpus);
        int cores = spec.number("numCoresPerSocket").orElse(vm.coresPerSocket);
        int memory = spec.number("memoryMB").orElse(vm.memoryMib);
        if (cpus < 1 || cpus > MOST_CPUS || cores < 1 || (cores > 1 && cpus % cores != 0)) {
            throw Faults.invalidArgument("spec.numCPUs");
        }
        if (memory < LEAST_MEMORY || memory % LEAST_MEMORY != 0) {
            throw Faults.invalidArgument("spec.memoryMB");
        }
        if (!vm.on) {
            return;
        }
        if (cpus != vm.cpus && (!vm.cpuHotAdd || cpus < vm.cpus)) {
            throw Faults.of("CpuHotPlugNotSupported", "CPU hot plug is not supported for this virtual machine.");
        }
        if (memory != vm.memoryMib && (!vm.memoryHotAdd || memory < vm.memoryMib)) {
            throw Faults.of("MemoryHotPlugNotSupported", "Memory hot plug is not supported for this virtual machine.");
        }
        boolean cold = cores != vm.coresPerSocket
                || spec.flag("cpuHotAddEnabled").orElse(vm.cpuHotAdd) != vm.cpuHotAdd
                || spec.flag("memoryHotAddEnabled").orElse(vm.memoryHotAdd) != vm.memoryHotAdd
                || !spec.text("guestId").orElse(vm.guest).equals(vm.guest);
        if (cold) {
            throw PowerCalls.wrongState(world, name, "poweredOff");
        }
    }

    private static void share(Element spec, String field, Allocation now, long most) {
        Element sent = spec.child(field).orElse(null);
        if (sent == null) {
            return;
        }
        long reservation = sent.large("reservation").orElse(now.reservation);
        long limit = sent.large("limit").orElse(now.limit);
        String path = SPEC + "." + field;
        if (reservation < 0 || reservation > most) {
            throw Faults.invalidArgument(path + ".reservation");
        }
        if (limit < Allocation.UNLIMITED || (limit != Allocation.UNLIMITED && limit < reservation)) {
            throw Faults.invalidArgument(path + ".limit");
        }
        if (sent.flag("expandableReservation").orElse(false)) {
            throw Faults.invalidArgument(path + ".expandableReservation");
        }
        sent.child("shares").ifPresent(s -> {
            known(s, "level", Set.of("low", "normal", "high", "custom"));
            if (s.need("level").equals("custom") && s.number("shares").orElse(0) < 1) {
                throw Faults.invalidArgument(path + ".shares.shares");
            }
        });
    }

    /** What a running machine newly reserves must be there. */
    private void room(Element spec, Vm vm) {
        if (!vm.started()) {
            return;
        }
        Capacity capacity = new Capacity(world.site());
        long cpu = spec.large("cpuAllocation", "reservation").orElse(vm.cpu.reservation) - vm.cpu.reservation;
        if (cpu > 0 && cpu > capacity.freeCpu(vm.host)) {
            throw insufficient("InsufficientCpuResourcesFault", "CPU", capacity.freeCpu(vm.host), cpu);
        }
        boolean locked = spec.flag("memoryReservationLockedToMax").orElse(vm.memoryLocked);
        long wanted = locked
                ? spec.number("memoryMB").orElse(vm.memoryMib)
                : spec.large("memoryAllocation", "reservation").orElse(vm.memory.reservation);
        long memory = wanted - vm.reservedMemory();
        if (memory > 0 && memory > capacity.freeMemory(vm.host)) {
            throw insufficient("InsufficientMemoryResourcesFault", "memory", capacity.freeMemory(vm.host), memory);
        }
    }

    static SoapFault insufficient(String fault, String what, long left, long asked) {
        return new SoapFault(
                "The available " + what + " resources in the parent resource pool are insufficient for the operation.",
                Data.of(fault).large("unreserved", left).large("requested", asked));
    }

    private static void known(Element in, String field, Set<String> words) {
        in.text(field).filter(w -> !words.contains(w)).ifPresent(w -> {
            throw Faults.invalidArgument(SPEC + "." + field);
        });
    }

    private static void write(Element spec, Vm vm) {
        spec.text("annotation").ifPresent(t -> vm.notes = t);
        spec.text("guestId").ifPresent(t -> vm.guest = t);
        spec.number("numCPUs").ifPresent(n -> vm.cpus = n);
        spec.number("numCoresPerSocket").ifPresent(n -> vm.coresPerSocket = n);
        spec.number("memoryMB").ifPresent(n -> vm.memoryMib = n);
        spec.flag("memoryHotAddEnabled").ifPresent(f -> vm.memoryHotAdd = f);
        spec.flag("cpuHotAddEnabled").ifPresent(f -> vm.cpuHotAdd = f);
        spec.child("cpuAllocation").ifPresent(s -> write(s, vm.cpu));
        spec.child("memoryAllocation").ifPresent(s -> write(s, vm.memory));
        spec.flag("memoryReservationLockedToMax").ifPresent(f -> vm.memoryLocked = f);
        vm.memory.reservation = vm.reservedMemory();
        spec.text("latencySensitivity", "level").ifPresent(l -> vm.latency = l);
        spec.text("swapPlacement").ifPresent(s -> vm.swap = s);
        spec.child("cpuAffinity").ifPresent(a -> vm.cpuAffinity = affinity(a));
        spec.child("memoryAffinity").ifPresent(a -> vm.memoryAffinity = affinity(a));
        for (Element option : spec.all("extraConfig")) {
            String value = option.text("value").orElse("");
            if (value.isEmpty()) {
                vm.advanced.remove(option.need("key"));
            } else {
                vm.advanced.put(option.need("key"), value);
            }
        }
    }

    private static List<Integer> affinity(Element sent) {
        return new ArrayList<>(sent.all("affinitySet").stream()
                .map(e -> e.number().orElseThrow())
                .toList());
    }

    private static void write(Element sent, Allocation share) {
        sent.large("reservation").ifPresent(r -> share.reservation = r);
        sent.large("limit").ifPresent(l -> share.limit = l);
        sent.child("shares")
                .ifPresent(s -> share.shares = s.need("level").equals("custom") ? s.need("shares") : s.need("level"));
    }
}
