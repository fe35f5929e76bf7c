package io.twinpath.kind.vm;

import io.twinpath.kind.ApdResponse;
import io.twinpath.kind.PdlResponse;
import io.twinpath.kind.RestartPriority;
import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.Range;
import java.util.Map;
import java.util.Optional;

/** A virtual machine: where it lies, what it needs, and what it would survive. */
public record Vm(
        @Doc("The cluster that it runs in.") Optional<String> cluster,

        @Doc("The host that it runs on, when it belongs to no cluster or must stay.")
        Optional<String> host,

        @Doc("Its disks by their labels, such as Hard disk 2.")
        Map<String, Disk> disks,

        @Doc("Port groups by the labels of its adapters, such as Network adapter 1.")
        Map<String, String> networks,

        @Doc("Whether it comes up by itself after a restart.")
        Optional<Boolean> rebootSafe,

        @Doc("How much the scheduler prefers its response time over throughput.")
        Optional<LatencySensitivity> latencySensitivity,

        @Doc("Its share of the host's processors.") Optional<Cpu> cpu,
        @Doc("Its share of the host's memory.") Optional<Memory> memory,
        @Doc("Advanced settings by key.") Map<String, String> advanced,

        @Doc("What HA does with it, where that differs from the cluster.")
        Optional<VmHa> ha,

        @Doc("What DRS does with it, where that differs from the cluster.")
        Optional<VmDrs> drs,

        @Doc("For people.") Optional<String> notes)
        implements Desired {

    /** One virtual disk. */
    public record Disk(
            @Doc("The datastore that it lies on.") Optional<String> datastore) {}

    /** The scheduler's four levels. */
    public enum LatencySensitivity {
        LOW,
        NORMAL,
        MEDIUM,
        HIGH
    }

    /** Processor time. */
    public record Cpu(
            @Doc("What it is guaranteed: full, or a number of MHz.")
            Optional<String> reservation,

            @Doc("The most that it gets: unlimited, or a number of MHz.")
            Optional<String> limit,

            @Doc("Its weight when the host is busy: low, normal, high, or a number.")
            Optional<String> shares,

            @Doc("The number of virtual processors.") @Range(min = 1, max = 768)
            Optional<Integer> count) {}

    /** Memory. */
    public record Memory(
            @Doc("What it is guaranteed: full, or a number of MB.")
            Optional<String> reservation,

            @Doc("The most that it gets: unlimited, or a number of MB.")
            Optional<String> limit,

            @Doc("Its weight when the host is short: low, normal, high, or a number.")
            Optional<String> shares,

            @Doc("Whether all of its memory stays reserved.")
            Optional<Boolean> locked,

            @Doc("Its size in MB.") @Range(min = 4, max = 25_165_824)
            Optional<Integer> size) {}

    /** Overrides of the cluster's HA. */
    public record VmHa(
            @Doc("How early it is restarted.") Optional<RestartPriority> restartPriority,

            @Doc("What happens when its storage has lost all paths.")
            Optional<ApdResponse> onApd,

            @Doc("What happens when its storage is gone for good.")
            Optional<PdlResponse> onPdl) {}

    /** Overrides of the cluster's DRS. */
    public record VmDrs(@Doc("Whether DRS may move it.") Optional<Boolean> enabled) {}
}
