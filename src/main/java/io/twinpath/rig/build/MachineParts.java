package io.twinpath.rig.build;

import io.twinpath.kind.vm.Cpu;
import io.twinpath.kind.vm.Memory;
import io.twinpath.kind.vm.Vm;
import io.twinpath.kind.vm.VmHa;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Virtual machines as specs tell them, alone or over what was found. */
final class MachineParts {

    private static final String FULL = "full";

    private MachineParts() {}

    /** One of which nothing is known but what a spec says: it counts as running, on any host of its cluster. */
    static Machine unseen(String name, Vm told) {
        return told(
                new Machine(
                        name,
                        told.cluster(),
                        told.host(),
                        Machine.Power.UNREAD,
                        new TreeMap<>(),
                        Optional.empty(),
                        new TreeSet<>(),
                        List.of(),
                        0,
                        0,
                        true,
                        Response.NONE),
                told);
    }

    /** What was found with what a spec, or the fact of the same resource, says of it. */
    static Machine told(Machine found, Vm told) {
        SortedMap<String, String> disks = new TreeMap<>(found.disks());
        told.disks().forEach((label, disk) -> disk.datastore().ifPresent(d -> disks.put(label, d)));
        SortedSet<String> networks =
                told.networks().isEmpty() || !found.networks().isEmpty()
                        ? found.networks()
                        : new TreeSet<>(told.networks().values());
        return new Machine(
                found.name(),
                found.cluster(),
                found.host(),
                found.power(),
                disks,
                found.home(),
                networks,
                found.ties(),
                amount(told.cpu().flatMap(Cpu::reservation), OptionalLong.empty())
                        .orElse(found.cpuMhz()),
                memory(told.memory()).orElse(found.memoryMb()),
                told.rebootSafe().orElse(found.restartsAlone()),
                told.ha().map(MachineParts::response).orElse(Response.NONE).or(found.own()));
    }

    private static Response response(VmHa ha) {
        return Responses.of(ha);
    }

    private static OptionalLong memory(Optional<Memory> memory) {
        OptionalLong size =
                memory.flatMap(Memory::size).map(s -> OptionalLong.of(s)).orElseGet(OptionalLong::empty);
        boolean locked = memory.flatMap(Memory::locked).orElse(false);
        return locked && size.isPresent() ? size : amount(memory.flatMap(Memory::reservation), size);
    }

    /** A number, or all of it where that is known. */
    private static OptionalLong amount(Optional<String> text, OptionalLong whole) {
        return text.filter(t -> t.matches("[0-9]{1,15}"))
                .map(t -> OptionalLong.of(Long.parseLong(t)))
                .orElseGet(() -> text.equals(Optional.of(FULL)) ? whole : OptionalLong.empty());
    }
}
