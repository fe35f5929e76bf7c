package io.twinpath.kind.vm;

import java.util.Optional;

/** A virtual machine as an author would write it. */
final class VmWritten {

    private VmWritten() {}

    static Vm of(Vm found) {
        return new Vm(
                found.cluster(),
                found.host(),
                found.disks(),
                found.networks(),
                Optional.empty(),
                Optional.empty(),
                found.latencySensitivity().filter(l -> l != Vm.LatencySensitivity.NORMAL),
                found.cpu().map(c -> cpu(c, VmKind.fullCpu(found))).filter(c -> !c.equals(NO_CPU)),
                found.memory().map(VmWritten::memory).filter(m -> !m.equals(NO_MEMORY)),
                found.numaNodes().filter(n -> !n.isEmpty()),
                found.advanced(),
                Optional.empty(),
                found.ha().filter(h -> !h.settings().equals(io.twinpath.kind.DasSettings.NONE)),
                found.drs().filter(d -> !d.equals(VmDrs.NONE)),
                found.notes().filter(n -> !n.isBlank()),
                Optional.empty());
    }

    private static final Cpu NO_CPU =
            new Cpu(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Memory NO_MEMORY =
            new Memory(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static Cpu cpu(Cpu cpu, Optional<Long> full) {
        boolean whole = full.isPresent() && cpu.reservation().equals(full.map(String::valueOf));
        return new Cpu(
                whole ? Optional.of("full") : cpu.reservation().filter(r -> !r.equals("0")),
                cpu.limit().filter(l -> !l.equals(VmWords.UNLIMITED)),
                cpu.shares().filter(s -> !s.equals("normal")),
                Optional.empty(),
                cpu.affinity().filter(a -> !a.isEmpty()));
    }

    private static Memory memory(Memory memory) {
        boolean locked = memory.locked().orElse(false);
        boolean whole = memory.reservation().equals(memory.size().map(String::valueOf));
        return new Memory(
                locked
                        ? Optional.empty()
                        : whole ? Optional.of("full") : memory.reservation().filter(r -> !r.equals("0")),
                memory.limit().filter(l -> !l.equals(VmWords.UNLIMITED)),
                memory.shares().filter(s -> !s.equals("normal")),
                locked ? Optional.of(true) : Optional.empty(),
                Optional.empty());
    }
}
