package io.twinpath.kind.vm;

import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.DasSettings;
import io.twinpath.kind.DrsAutomation;
import io.twinpath.kind.Vim;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One virtual machine as the answers say it. */
record VmReading(Node thin, Node config, Optional<Vm> wanted, Sections sections, Replies replies) {

    /** Of the settings that nobody named those by which people steer scheduling and moves; a server sets dozens by itself. */
    private static final String[] TELLING = {"sched.", "numa.", "migrate.", "cpuid.", "monitor_control."};

    static final String NUMA = "numa.nodeAffinity";

    Vm machine() throws UnreadableException {
        Optional<Node> host = host();
        Optional<Node> cluster = cluster(host);
        Devices devices = sections.devices() ? Devices.of(config, replies) : Devices.NONE;
        Map<String, String> extra = sections.advanced() ? extra() : Map.of();
        return new Vm(
                name(cluster),
                sections.host() || (wanted.isEmpty() && cluster.isEmpty()) ? hostName(host) : Optional.empty(),
                sections.disks() ? devices.disks() : Map.of(),
                sections.networks() ? devices.networks() : Map.of(),
                Optional.empty(),
                Optional.empty(),
                sections.latency()
                        ? Vim.constant(
                                Vm.LatencySensitivity.class,
                                Vm.LatencySensitivity::word,
                                config.text("config.latencySensitivity", "level"))
                        : Optional.empty(),
                sections.resources() ? Optional.of(cpu()) : Optional.empty(),
                sections.resources() ? Optional.of(memory()) : Optional.empty(),
                wanted.isEmpty() || wanted.flatMap(Vm::numaNodes).isPresent()
                        ? Optional.of(nodes(extra))
                        : Optional.empty(),
                managed(extra),
                Optional.empty(),
                overrides(cluster).map(VmReading::ha),
                cluster.isPresent() && sections.overrides()
                        ? Optional.of(drs(cluster.orElseThrow()))
                        : Optional.empty(),
                sections.notes() ? Optional.of(config.text("config.annotation").orElse("")) : Optional.empty(),
                Optional.of(facts(host, devices)));
    }

    private Optional<Node> host() throws UnreadableException {
        Optional<Ref> ref = thin.ref("runtime.host");
        return ref.isEmpty() ? Optional.empty() : Vim.object(replies, Vim.HOSTS, ref.orElseThrow());
    }

    /** A host by itself has no other, and may call itself otherwise than the spec does. */
    private Optional<String> hostName(Optional<Node> host) throws UnreadableException {
        Optional<String> meant = Vim.alone(replies) ? wanted.flatMap(Vm::host) : Optional.empty();
        return meant.isPresent() ? meant : name(host);
    }

    private Optional<Node> cluster(Optional<Node> host) throws UnreadableException {
        Optional<Ref> parent = host.flatMap(h -> h.ref("parent"));
        return parent.isEmpty()
                ? Optional.empty()
                : Vim.object(replies, sections.overrides() ? Vim.CLUSTER_SETTINGS : Vim.CLUSTERS, parent.orElseThrow());
    }

    private static Optional<String> name(Optional<Node> object) throws UnreadableException {
        return object.isEmpty() ? Optional.empty() : Optional.of(Vim.name(object.orElseThrow()));
    }

    private Cpu cpu() throws UnreadableException {
        Optional<Node> allocation = config.child("config.cpuAllocation");
        SortedSet<Integer> affinity = new TreeSet<>();
        for (String number : config.child("config.cpuAffinity")
                .map(a -> a.texts("affinitySet"))
                .orElseGet(java.util.List::of)) {
            affinity.add(Integer.valueOf(number));
        }
        return new Cpu(
                Optional.of(amount(allocation, "reservation")),
                Optional.of(limit(allocation)),
                shares(allocation),
                Optional.of(Math.toIntExact(count("config.hardware.numCPU"))),
                Optional.of(Collections.unmodifiableSortedSet(affinity)));
    }

    private Memory memory() throws UnreadableException {
        Optional<Node> allocation = config.child("config.memoryAllocation");
        return new Memory(
                Optional.of(amount(allocation, "reservation")),
                Optional.of(limit(allocation)),
                shares(allocation),
                Optional.of(config.flag("config.memoryReservationLockedToMax").orElse(false)),
                Optional.of(Math.toIntExact(count("config.hardware.memoryMB"))));
    }

    private long count(String path) throws UnreadableException {
        return config.number(path)
                .orElseThrow(() -> new UnreadableException("vCenter does not know the configuration of \""
                        + thin.text("name").orElse("") + "\" now: it may be orphaned or inaccessible."));
    }

    private static String amount(Optional<Node> allocation, String field) throws UnreadableException {
        return allocation.isEmpty()
                ? "0"
                : Long.toString(allocation.orElseThrow().number(field).orElse(0L));
    }

    private static String limit(Optional<Node> allocation) throws UnreadableException {
        long limit = allocation.isEmpty()
                ? -1
                : allocation.orElseThrow().number("limit").orElse(-1L);
        return limit < 0 ? VmWords.UNLIMITED : Long.toString(limit);
    }

    private static Optional<String> shares(Optional<Node> allocation) {
        return allocation
                .flatMap(a -> a.text("shares", "level"))
                .flatMap(level -> level.equals("custom")
                        ? allocation.flatMap(a -> a.text("shares", "shares"))
                        : Optional.of(level.toLowerCase(Locale.ROOT)));
    }

    /** A setting that is there twice, as some servers have it, counts as they read it: the last. */
    private Map<String, String> extra() throws UnreadableException {
        Map<String, String> extra = new LinkedHashMap<>();
        for (Node option : config.child("config.extraConfig").map(Node::items).orElseGet(java.util.List::of)) {
            extra.put(option.requiredText("key"), option.text("value").orElse(""));
        }
        extra.values().removeIf(String::isEmpty);
        return extra;
    }

    private Map<String, String> managed(Map<String, String> extra) {
        Map<String, String> managed = new LinkedHashMap<>();
        extra.forEach((key, value) -> {
            boolean asked = wanted.map(w -> w.advanced().containsKey(key)).orElseGet(() -> telling(key));
            if (asked) {
                managed.put(key, value);
            }
        });
        return Collections.unmodifiableMap(managed);
    }

    private static boolean telling(String key) {
        boolean telling = false;
        for (String prefix : TELLING) {
            telling |= key.startsWith(prefix) && !key.equals(NUMA);
        }
        return telling;
    }

    private static SortedSet<Integer> nodes(Map<String, String> extra) {
        SortedSet<Integer> nodes = new TreeSet<>();
        for (String node : extra.getOrDefault(NUMA, "").split(",", -1)) {
            if (node.strip().matches("[0-9]{1,3}")) {
                nodes.add(Integer.valueOf(node.strip()));
            }
        }
        return Collections.unmodifiableSortedSet(nodes);
    }

    private Optional<DasSettings> overrides(Optional<Node> cluster) throws UnreadableException {
        if (cluster.isEmpty() || !sections.overrides()) {
            return Optional.empty();
        }
        Optional<Node> own = own(cluster.orElseThrow(), "dasVmConfig");
        return Optional.of(DasSettings.of(own.flatMap(o -> o.child("dasSettings"))));
    }

    private static VmHa ha(DasSettings settings) {
        return VmHa.of(settings);
    }

    private VmDrs drs(Node cluster) throws UnreadableException {
        Optional<Node> own = own(cluster, "drsVmConfig");
        return own.isEmpty()
                ? VmDrs.NONE
                : new VmDrs(
                        own.orElseThrow().flag("enabled"),
                        Vim.constant(
                                DrsAutomation.class,
                                DrsAutomation::word,
                                own.orElseThrow().text("behavior")));
    }

    private Optional<Node> own(Node cluster, String list) throws UnreadableException {
        Ref self = Vim.self(thin);
        return cluster.required("configurationEx").all(list).stream()
                .filter(o -> o.ref("key").equals(Optional.of(self)))
                .findFirst();
    }

    private VmFacts facts(Optional<Node> host, Devices devices) throws UnreadableException {
        Networks networks = sections.networks() ? Networks.of(devices, wanted, replies) : Networks.NONE;
        return new VmFacts(
                config.text("runtime.powerState").orElse(""),
                config.text("config.changeVersion").filter(v -> !v.isEmpty()),
                host.isEmpty() || !sections.resources()
                        ? Optional.empty()
                        : Vim.integer(host.orElseThrow(), "summary.hardware.cpuMhz"),
                sections.resources() && config.flag("config.cpuHotAddEnabled").orElse(false),
                sections.resources()
                        && config.flag("config.cpuHotRemoveEnabled").orElse(false),
                sections.resources()
                        && config.flag("config.memoryHotAddEnabled").orElse(false),
                sections.networks() ? devices.adapters() : Map.of(),
                networks.ports(),
                networks.unknown(),
                Vim.alone(replies),
                sections.volumes() ? HeldReading.of(config, wanted.orElseThrow(), devices, host, replies) : Held.NOT);
    }
}
