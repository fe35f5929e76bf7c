package io.twinpath.kind.vm;

import java.util.Optional;

/** What a running virtual machine does not take. */
final class NeedsPowerOff {

    private NeedsPowerOff() {}

    /** What of the change needs the machine to be off, in words; empty when nothing does. */
    static Optional<String> between(Vm before, Vm after) {
        Optional<VmFacts> facts = before.facts();
        int cpus = before.cpu().flatMap(Cpu::count).orElse(0);
        int wanted = after.cpu().flatMap(Cpu::count).orElse(cpus);
        if (wanted > cpus && facts.filter(VmFacts::cpuHotAdd).isEmpty()) {
            return Optional.of("more processors, and hot add of processors is off");
        }
        if (wanted < cpus && facts.filter(VmFacts::cpuHotRemove).isEmpty()) {
            return Optional.of("fewer processors, and hot removal of processors is off");
        }
        int size = before.memory().flatMap(Memory::size).orElse(0);
        int bigger = after.memory().flatMap(Memory::size).orElse(size);
        if (bigger < size) {
            return Optional.of("less memory");
        }
        return bigger > size && facts.filter(VmFacts::memoryHotAdd).isEmpty()
                ? Optional.of("more memory, and hot add of memory is off")
                : Optional.empty();
    }
}
