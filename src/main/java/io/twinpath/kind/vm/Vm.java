package io.twinpath.kind.vm;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import io.twinpath.model.shape.WriteOnly;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A virtual machine: where it lies, what it needs, and what it would survive.
 *
 * @param facts what a change needs to know of it
 */
public record Vm(
        @Doc("The cluster that it runs in.") Optional<String> cluster,

        @Doc("The host that it runs on, when it belongs to no cluster or must stay.")
        Optional<String> host,

        @Doc("Its disks by their labels, such as Hard disk 2.")
        Map<String, Disk> disks,

        @Doc("Port groups by the labels of its adapters, such as Network adapter 1.")
        Map<String, String> networks,

        @Doc("Whether it comes up by itself after a restart; false forbids that a change restarts it.") @WriteOnly
        Optional<Boolean> rebootSafe,

        @Doc("What may become of it, while it runs, for changes that it takes only when it is off.") @WriteOnly
        Optional<PowerCycle> powerCycle,

        @Doc("How much the scheduler prefers its response time over throughput.")
        Optional<LatencySensitivity> latencySensitivity,

        @Doc("Its share of the host's processors.") Optional<Cpu> cpu,
        @Doc("Its share of the host's memory.") Optional<Memory> memory,

        @Doc("The NUMA nodes of its host that it may use; an empty list for all.")
        Optional<SortedSet<Integer>> numaNodes,

        @Doc("Advanced settings by key; an empty text removes one.")
        Map<String, String> advanced,

        @Doc("Of the advanced settings those that let it move; \"evacuate --apply-overrides\" sets them first.")
        @WriteOnly
        Optional<SortedSet<String>> migrationOverrides,

        @Doc("What HA does with it, where that differs from the cluster.")
        Optional<VmHa> ha,

        @Doc("What DRS does with it, where that differs from the cluster.")
        Optional<VmDrs> drs,

        @Doc("For people.") Optional<String> notes,
        @FoundOnly Optional<VmFacts> facts)
        implements Desired {

    /** What may become of a virtual machine that runs. */
    public enum PowerCycle {
        /** It is left running; such a change is refused while it does. */
        FORBIDDEN,
        /** Its power is cut and given back, without a word to the guest. */
        HARD
    }

    /** The scheduler's four levels. */
    public enum LatencySensitivity {
        LOW("low"),
        NORMAL("normal"),
        MEDIUM("medium"),
        HIGH("high");

        private final String word;

        LatencySensitivity(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    boolean mayPowerCycle() {
        return powerCycle.filter(p -> p == PowerCycle.HARD).isPresent() && rebootSafe.orElse(true);
    }

    /** Whether it is certain that its guest runs. */
    boolean runs() {
        return facts.filter(f -> f.power().equals(VmFacts.ON)).isPresent();
    }
}
