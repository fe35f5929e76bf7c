package io.twinpath.kind.inventory;

import io.twinpath.model.shape.Doc;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cluster as it stands. */
public record Cluster(
        @Doc("Its hosts.") SortedSet<String> hosts,
        @Doc("What HA does.") Protection ha,
        @Doc("Whether DRS is on.") Optional<Boolean> drs,

        @Doc("Rules that are followed, by name; where several have the same, with their numbers in brackets behind it.")
        Map<String, Rule> rules,

        @Doc("What HA does with single virtual machines, where that differs.")
        Map<String, Response> overrides) {

    public Cluster {
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
    }

    /** vSphere HA. */
    public record Protection(
            @Doc("Whether HA is on.") Optional<Boolean> enabled,

            @Doc("Whether it watches for the failure of hosts.")
            Optional<Boolean> hostMonitoring,

            @Doc("Whether it acts on lost storage: VM component protection.")
            Optional<Boolean> componentProtection,

            @Doc("What it does with machines that say nothing of their own.")
            Response defaults,

            @Doc("The datastores that a person chose for heartbeats.")
            SortedSet<String> heartbeatDatastores,

            @Doc("Which datastores carry heartbeats.") Optional<Heartbeats> heartbeatPolicy,
            @Doc("What is kept free for failures.") Admission admission) {
        public Protection {
            heartbeatDatastores = Collections.unmodifiableSortedSet(new TreeSet<>(heartbeatDatastores));
        }
    }

    /** {@code ClusterDasConfigInfoHBDatastoreCandidate}. */
    public enum Heartbeats {
        /** Only those that a person chose. */
        SELECTED,
        /** Those first. */
        PREFERRED,
        ANY
    }

    /** What admission control keeps free. */
    public record Admission(
            @Doc("Whether virtual machines that would use it up are refused.")
            Optional<Boolean> enabled,

            @Doc("How it is reckoned.") Optional<Policy> policy,
            @Doc("How many hosts may fail.") Optional<Integer> hostFailures,
            @Doc("Share of CPU kept free, in percent.") Optional<Integer> cpuPercent,
            @Doc("Share of memory kept free, in percent.") Optional<Integer> memoryPercent,
            @Doc("Hosts that stand by.") SortedSet<String> failoverHosts) {
        public Admission {
            failoverHosts = Collections.unmodifiableSortedSet(new TreeSet<>(failoverHosts));
        }
    }

    /** The three ways of HA. */
    public enum Policy {
        /** Shares of all CPU and memory. */
        RESOURCES,
        /** Slots of the size of the largest reservation. */
        SLOTS,
        /** Hosts that stand by. */
        FAILOVER_HOSTS
    }

    /** A rule on where virtual machines run, with its groups spelled out. */
    public record Rule(
            @Doc("What it asks for.") Type type,

            @Doc("Whether it is kept at all costs, also by HA; only of rules about hosts.")
            boolean mandatory,

            @Doc("The virtual machines that it is about.") SortedSet<String> machines,
            @Doc("The hosts, of rules about hosts.") SortedSet<String> hosts) {
        public Rule {
            machines = Collections.unmodifiableSortedSet(new TreeSet<>(machines));
            hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        }
    }

    /** What a rule asks for. */
    public enum Type {
        /** On one host. */
        TOGETHER,
        /** Each on another host. */
        APART,
        /** On hosts of a group. */
        ON_HOSTS,
        /** On no host of a group. */
        OFF_HOSTS
    }
}
