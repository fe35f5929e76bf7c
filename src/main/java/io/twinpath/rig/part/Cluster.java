package io.twinpath.rig.part;

import java.util.List;
import java.util.SortedSet;

/**
 * Hosts that stand in for each other.
 *
 * @param protection what HA does
 * @param rules that HA keeps: mandatory ones, and those that keep machines apart
 */
public record Cluster(String name, SortedSet<String> hosts, Protection protection, List<Rule> rules) {
    public Cluster {
        hosts = Frozen.set(hosts);
        rules = List.copyOf(rules);
    }

    /**
     * vSphere HA.
     *
     * @param enabled whether HA is on
     * @param hostMonitoring whether it watches for the failure of hosts
     * @param components whether it acts on lost storage: VM component protection
     * @param defaults what it does with machines that say nothing of their own
     * @param heartbeats the datastores over which hosts show that they are alive
     * @param onlyThese whether no other datastores count
     */
    public record Protection(
            boolean enabled,
            boolean hostMonitoring,
            boolean components,
            Response defaults,
            SortedSet<String> heartbeats,
            boolean onlyThese) {
        public Protection {
            heartbeats = Frozen.set(heartbeats);
        }

        public static final Protection OFF =
                new Protection(false, false, false, Response.NONE, new java.util.TreeSet<>(), false);
    }

    /**
     * A rule on where machines run.
     *
     * @param mandatory whether HA keeps it; rules that keep machines apart it always keeps
     * @param machines that it is about
     * @param hosts of rules about hosts
     */
    public record Rule(String name, Kind kind, boolean mandatory, SortedSet<String> machines, SortedSet<String> hosts) {
        public Rule {
            machines = Frozen.set(machines);
            hosts = Frozen.set(hosts);
        }

        /** What a rule asks for. */
        public enum Kind {
            TOGETHER,
            APART,
            ON_HOSTS,
            OFF_HOSTS
        }
    }
}
