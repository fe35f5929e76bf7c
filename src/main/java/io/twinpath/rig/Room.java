package io.twinpath.rig;

import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What the machines that run have reserved of each host, before anything fails. What a host has is its capacity, read or not. */
final class Room {

    private final Map<String, Host> hosts;
    private final Map<String, Long> cpu = new HashMap<>();
    private final Map<String, Long> memory = new HashMap<>();

    Room(Map<String, Host> hosts, Collection<Machine> machines) {
        this.hosts = hosts;
        for (Machine machine : machines) {
            if (machine.runs() && machine.host().isPresent()) {
                cpu.merge(machine.host().orElseThrow(), machine.cpuMhz(), Long::sum);
                memory.merge(machine.host().orElseThrow(), machine.memoryMb(), Long::sum);
            }
        }
    }

    /** Empty when the capacity is not known: then everything fits. */
    OptionalLong cpu(String host) {
        return left(capacity(host).cpuMhz(), cpu.getOrDefault(host, 0L));
    }

    OptionalLong memory(String host) {
        return left(capacity(host).memoryMb(), memory.getOrDefault(host, 0L));
    }

    /** For the order of hosts: one whose memory is not known comes last. */
    long memoryFirst(String host) {
        return memory(host).orElse(Long.MIN_VALUE);
    }

    private Host.Capacity capacity(String host) {
        Host known = hosts.get(host);
        return known == null ? Host.Capacity.UNREAD : known.capacity();
    }

    private static OptionalLong left(OptionalLong all, long reserved) {
        return all.isEmpty() ? all : OptionalLong.of(all.getAsLong() - reserved);
    }
}
