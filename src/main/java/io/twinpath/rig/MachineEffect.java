package io.twinpath.rig;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a virtual machine.
 *
 * @param to the host that HA restarts it on; with {@link Verdict#RESTARTED} only
 * @param because the chain from the machine to what failed, such as {@code pomf}, {@code Hard disk 1}, {@code stor1-vm}, …; never
 *     empty
 * @param obstacles what keeps HA from helping, as full sentences; with {@link Verdict#STALLED} and {@link Verdict#DOWN} only
 * @param timeline what happens when
 */
public record MachineEffect(
        String machine,
        Verdict verdict,
        Optional<String> to,
        boolean waitsForPerson,
        List<String> because,
        List<String> obstacles,
        List<Moment> timeline) {
    public MachineEffect {
        because = List.copyOf(because);
        obstacles = List.copyOf(obstacles);
        timeline = List.copyOf(timeline);
    }

    /** From harmless to worst. */
    public enum Verdict {
        /** It runs on, with fewer paths to a disk, or without its network. */
        DEGRADED,
        /** HA stops it or finds it stopped, and starts it on another host. */
        RESTARTED,
        /** It is on, and a disk of it cannot be reached: it hangs until a person acts or the part comes back. */
        STALLED,
        /** It is off, and nothing starts it until a person acts or the part comes back. */
        DOWN
    }

    /**
     * @param seconds after the failure
     * @param what happens then, as a full sentence
     */
    public record Moment(int seconds, String what) {}
}
