package io.twinpath.kind.cluster;

import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Optional;
import java.util.SortedSet;

/** Capacity that admission control keeps free. */
public record Admission(
        @Doc("Whether virtual machines that would use it up are refused.")
        Optional<Boolean> enabled,

        @Doc("How it is reckoned. Left out: as found, or in shares of the resources.")
        Optional<Policy> policy,

        @Doc("How many hosts may fail.") @Range(min = 1, max = 63)
        Optional<Integer> hostFailures,

        @Doc("Share of CPU kept free, in percent, in place of what so many hosts have.") @Range(min = 0, max = 100)
        Optional<Integer> cpuPercent,

        @Doc("Share of memory kept free, in percent, in place of what so many hosts have.") @Range(min = 0, max = 100)
        Optional<Integer> memoryPercent,

        @Doc("The hosts kept free, with the policy of that name.")
        Optional<SortedSet<String>> failoverHosts,

        @Doc("How much slower virtual machines may be after a failure, in percent.") @Range(min = 0, max = 100)
        Optional<Integer> toleratedReduction) {

    /** The three ways of HA. */
    public enum Policy {
        /** Shares of all CPU and memory. */
        RESOURCES,
        /** Slots of the size of the largest reservation. */
        SLOTS,
        /** Hosts that stand by. */
        FAILOVER_HOSTS
    }

    boolean byPercent() {
        return cpuPercent.isPresent() || memoryPercent.isPresent();
    }
}
