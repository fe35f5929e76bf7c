package io.twinpath.kind.vm;

import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.NodeBuilder;
import io.twinpath.kind.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The words of {@code VirtualMachineConfigSpec}: only what differs, but each part of it whole. */
final class VmWords {

    static final String UNLIMITED = "unlimited";

    private VmWords() {}

    /** @param mark the version of the configuration that this is meant for */
    static Optional<Node> spec(Vm before, Vm after, Optional<String> mark) {
        NodeBuilder spec = Node.build("spec", "VirtualMachineConfigSpec");
        Optional<Cpu> cpu = after.cpu();
        Optional<Memory> memory = after.memory();
        Node changes = spec.put(changed(before.notes(), after.notes()).map(n -> Node.string("annotation", n)))
                .put(changed(before.cpu().flatMap(Cpu::count), cpu.flatMap(Cpu::count))
                        .map(n -> Node.number("numCPUs", n)))
                .put(changed(before.memory().flatMap(Memory::size), memory.flatMap(Memory::size))
                        .map(n -> Node.longNumber("memoryMB", n)))
                .putAll(devices(before, after))
                .put(cpuAllocation(before.cpu(), cpu))
                .put(memoryAllocation(before.memory(), memory))
                .put(changed(before.latencySensitivity(), after.latencySensitivity())
                        .map(VmWords::latency))
                .put(changed(before.cpu().flatMap(Cpu::affinity), cpu.flatMap(Cpu::affinity))
                        .map(VmWords::affinity))
                .putAll(extra(before, after))
                .put(changed(before.memory().flatMap(Memory::locked), memory.flatMap(Memory::locked))
                        .map(l -> Node.flag("memoryReservationLockedToMax", l)))
                .end();
        if (changes.items().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Node.build("spec", "VirtualMachineConfigSpec")
                .put(mark.map(m -> Node.string("changeVersion", m)))
                .putAll(changes.items())
                .end());
    }

    private static <T> Optional<T> changed(Optional<T> before, Optional<T> after) {
        return Script.differs(before, after) ? after : Optional.empty();
    }

    private static Node latency(Vm.LatencySensitivity level) {
        return Node.object(
                "latencySensitivity",
                "LatencySensitivity",
                Node.plain("level", "LatencySensitivitySensitivityLevel", level.word()));
    }

    /** An empty set means all processors. */
    private static Node affinity(SortedSet<Integer> processors) {
        return Node.object(
                "cpuAffinity",
                "VirtualMachineAffinityInfo",
                processors.stream().map(p -> Node.number("affinitySet", p)).toList());
    }

    /** Whole, since a server may take the object for all there is. */
    private static Optional<Node> cpuAllocation(Optional<Cpu> before, Optional<Cpu> after) {
        Optional<Node> wanted = after.map(c -> allocation("cpuAllocation", c.reservation(), c.limit(), c.shares()));
        Optional<Node> found = before.map(c -> allocation("cpuAllocation", c.reservation(), c.limit(), c.shares()));
        return changed(found, wanted);
    }

    /** Without the reservation where it follows the size of the memory by itself. */
    private static Optional<Node> memoryAllocation(Optional<Memory> before, Optional<Memory> after) {
        boolean locked = after.flatMap(Memory::locked).orElse(false);
        Optional<Node> wanted = after.map(m -> memory(m, locked));
        Optional<Node> found = before.map(m -> memory(m, locked));
        return changed(found, wanted);
    }

    private static Node memory(Memory memory, boolean locked) {
        return allocation(
                "memoryAllocation", locked ? Optional.empty() : memory.reservation(), memory.limit(), memory.shares());
    }

    private static Node allocation(
            String name, Optional<String> reservation, Optional<String> limit, Optional<String> shares) {
        return Node.build(name, "ResourceAllocationInfo")
                .put(reservation.map(r -> Node.longNumber("reservation", Long.parseLong(r))))
                .put(limit.map(l -> Node.longNumber("limit", l.equals(UNLIMITED) ? -1 : Long.parseLong(l))))
                .put(shares.map(VmWords::shares))
                .end();
    }

    /** With a level the number is ignored, but has to be there. */
    private static Node shares(String text) {
        boolean number = text.matches("[0-9]+");
        return Node.object(
                "shares",
                "SharesInfo",
                Node.number("shares", number ? Integer.parseInt(text) : 0),
                Node.plain("level", "SharesLevel", number ? "custom" : text));
    }

    /** What the state after does not have is removed by an empty value; no other setting is touched. */
    private static List<Node> extra(Vm before, Vm after) {
        List<Node> options = new ArrayList<>();
        SortedSet<String> keys = new TreeSet<>(before.advanced().keySet());
        keys.addAll(after.advanced().keySet());
        for (String key : keys) {
            String value = after.advanced().getOrDefault(key, "");
            if (!value.equals(before.advanced().getOrDefault(key, ""))) {
                options.add(option(key, value));
            }
        }
        changed(before.numaNodes(), after.numaNodes())
                .ifPresent(nodes -> options.add(option(
                        VmReading.NUMA, nodes.stream().map(String::valueOf).collect(Collectors.joining(",")))));
        return options;
    }

    private static Node option(String key, String value) {
        return Node.object("extraConfig", "OptionValue", Node.string("key", key), Node.string("value", value));
    }

    private static List<Node> devices(Vm before, Vm after) {
        List<Node> changes = new ArrayList<>();
        for (Map.Entry<String, String> wanted : after.networks().entrySet()) {
            String label = wanted.getKey();
            if (!wanted.getValue().equals(before.networks().get(label))) {
                after.facts()
                        .or(before::facts)
                        .filter(f -> f.adapters().containsKey(label))
                        .ifPresent(f -> changes.add(AdapterWords.edit(label, f, wanted.getValue())));
            }
        }
        return changes;
    }
}
