package io.twinpath.kind.vm;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.KindProblem;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a wanted virtual machine must keep beyond the types of its fields. */
final class VmRules {

    private static final Pattern RESERVATION = Pattern.compile("full|0|[1-9][0-9]{0,9}");
    private static final Pattern LIMIT = Pattern.compile("unlimited|0|[1-9][0-9]{0,9}");
    private static final Pattern SHARES = Pattern.compile("low|normal|high|0|[1-9][0-9]{0,6}");

    private VmRules() {}

    static void check(Resource<Vm> resource, Diagnostics into) {
        resource.desired().ifPresent(vm -> {
            vm.cpu().ifPresent(cpu -> {
                amount("cpu.reservation", cpu.reservation(), RESERVATION, resource, into);
                amount("cpu.limit", cpu.limit(), LIMIT, resource, into);
                amount("cpu.shares", cpu.shares(), SHARES, resource, into);
            });
            vm.memory().ifPresent(memory -> {
                amount("memory.reservation", memory.reservation(), RESERVATION, resource, into);
                amount("memory.limit", memory.limit(), LIMIT, resource, into);
                amount("memory.shares", memory.shares(), SHARES, resource, into);
            });
            memory(resource, vm, into);
            latency(resource, vm, into);
            advanced(resource, vm, into);
            powerCycle(resource, vm, into);
        });
    }

    private static void amount(
            String path, Optional<String> text, Pattern form, Resource<?> resource, Diagnostics into) {
        text.filter(t -> !form.matcher(t).matches())
                .ifPresent(t -> into.add(KindProblem.malformed(
                        resource,
                        path(path.split("\\.")),
                        t,
                        "a whole number or one of the words "
                                + form.pattern().replaceAll("\\|0.*", "").replace("|", ", "))));
    }

    /** Locked memory is all reserved, whatever a number beside it says. */
    private static void memory(Resource<?> resource, Vm vm, Diagnostics into) {
        vm.memory()
                .filter(m -> m.locked().orElse(false))
                .flatMap(Memory::reservation)
                .filter(r -> !r.equals("full"))
                .ifPresent(r -> into.add(KindProblem.contradiction(
                        resource,
                        path("memory", "reservation"),
                        "With \"locked\" all memory is reserved: say \"full\", or leave it out.")));
    }

    /** The API takes the level with any reservation, and then the machine does not start. */
    private static void latency(Resource<?> resource, Vm vm, Diagnostics into) {
        if (!vm.latencySensitivity().equals(Optional.of(Vm.LatencySensitivity.HIGH))) {
            return;
        }
        vm.cpu()
                .flatMap(Cpu::reservation)
                .filter(r -> r.equals("0"))
                .ifPresent(r -> into.add(needsAll(resource, path("cpu", "reservation"))));
        vm.memory()
                .filter(m -> m.reservation().filter(r -> !r.equals("full")).isPresent())
                .ifPresent(m -> into.add(needsAll(resource, path("memory", "reservation"))));
    }

    private static io.twinpath.diag.Diagnostic needsAll(Resource<?> resource, FieldPath path) {
        return KindProblem.contradiction(
                resource,
                path,
                "With \"latency_sensitivity: high\" a virtual machine starts only with all its processors and memory"
                        + " reserved.");
    }

    private static void advanced(Resource<?> resource, Vm vm, Diagnostics into) {
        vm.advanced().forEach((key, value) -> {
            if (value.equals("null") || value.equals("~")) {
                into.add(KindProblem.malformed(
                        resource, path("advanced", key), value, "a value; an empty text \"\" removes the setting"));
            }
        });
        if (vm.numaNodes().isPresent() && vm.advanced().containsKey(VmReading.NUMA)) {
            into.add(KindProblem.contradiction(
                    resource,
                    path("numa_nodes"),
                    "It is kept as the advanced setting " + VmReading.NUMA + ", which is given as well."));
        }
        vm.migrationOverrides()
                .ifPresent(keys -> keys.stream()
                        .filter(key -> !vm.advanced().containsKey(key))
                        .forEach(key -> into.add(KindProblem.needsAnother(
                                resource,
                                path("migration_overrides"),
                                "\"" + key
                                        + "\" stands for one of the settings under \"advanced\", and is not there."))));
    }

    private static void powerCycle(Resource<?> resource, Vm vm, Diagnostics into) {
        boolean hard = vm.powerCycle().equals(Optional.of(Vm.PowerCycle.HARD));
        if (hard && vm.rebootSafe().equals(Optional.of(false))) {
            into.add(KindProblem.contradiction(
                    resource, path("power_cycle"), "With \"reboot_safe: false\" it is never restarted by a change."));
        }
    }

    private static FieldPath path(String... segments) {
        return new FieldPath(List.of(segments));
    }
}
