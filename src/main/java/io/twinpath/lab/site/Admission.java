package io.twinpath.lab.site;

import java.util.NavigableSet;
import java.util.TreeSet;

/** What a cluster keeps free for the failure of hosts. */
public final class Admission {

    /** How it is decided. */
    public enum Policy {
        /** Slots for so many hosts. */
        HOST_FAILURES,
        /** A share of processors and of memory. */
        PERCENTAGES,
        /** Hosts that stand by. */
        FAILOVER_HOSTS
    }

    public boolean enabled = true;
    public Policy policy = Policy.HOST_FAILURES;
    public int hostFailures = 1;
    public int cpuPercent = 25;
    public int memoryPercent = 25;

    /** Whether the shares follow from {@link #hostFailures}. */
    public boolean automatic = true;

    public NavigableSet<String> failoverHosts = new TreeSet<>();

    /** How much worse machines may run after a failure before a person is told, in percent. */
    public int tolerated = 100;
}
