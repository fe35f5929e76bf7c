package io.twinpath.evacuate;

import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Vim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has to be asked of a vCenter to know a {@link Scene}, in two rounds, and the scene in the answers. */
public final class SceneReading {

    private static final InventoryQuery HOSTS = InventoryQuery.of(
            "HostSystem",
            "name",
            "parent",
            "datastore",
            "network",
            "runtime.connectionState",
            "runtime.inMaintenanceMode",
            "summary.hardware.cpuMhz",
            "summary.hardware.numCpuCores",
            "summary.hardware.memorySize");

    private static final InventoryQuery MACHINES = InventoryQuery.of(
            "VirtualMachine",
            "name",
            "runtime.host",
            "runtime.powerState",
            "config.cpuAllocation.reservation",
            "config.memoryAllocation.reservation",
            "config.hardware.memoryMB");

    private static final long MB = 1024L * 1024;
    private static final int FAST = 10_000;

    private final String host;
    private final Replies replies;

    public SceneReading(String host, Replies replies) {
        this.host = host;
        this.replies = replies;
    }

    /** Thin lists of everything. */
    public static List<Query> first() {
        return List.of(HOSTS, MACHINES, Vim.CLUSTER_SETTINGS, Vim.DATASTORES, Vim.NETWORKS);
    }

    /**
     * The devices of the machines on the host, and its network cards.
     *
     * @throws UnreadableException when the host or its machines are not among the answers
     */
    public List<Query> second() throws UnreadableException {
        List<Query> queries = new ArrayList<>();
        queries.add(cards());
        for (Node machine : here()) {
            queries.add(devices(machine));
        }
        return queries;
    }

    private PropertyQuery cards() throws UnreadableException {
        return PropertyQuery.of(new Handle.Found(Vim.self(left())), "config.network.pnic");
    }

    private static PropertyQuery devices(Node machine) throws UnreadableException {
        return PropertyQuery.of(
                new Handle.Found(Vim.self(machine)),
                "network",
                "config.hardware.device",
                "config.cpuAffinity",
                "config.extraConfig");
    }

    /**
     * How many virtual machines leave at a time: half of the most that vCenter lets one host move (vSphere's limits on
     * simultaneous migrations: 8 over 10 GbE, 4 over less), so that a person can move one as well.
     */
    public int atOnce() throws UnreadableException {
        boolean fast = false;
        for (Node card : replies.object(cards())
                .child("config.network.pnic")
                .map(Node::items)
                .orElseGet(List::of)) {
            fast |= card.number("linkSpeed", "speedMb").orElse(0L) >= FAST;
        }
        return fast ? 4 : 2;
    }

    /** The values that advanced settings of a machine have now. */
    public Map<String, String> settings(String machine) throws UnreadableException {
        Map<String, String> settings = new HashMap<>();
        for (Node each : here()) {
            if (Vim.name(each).equals(machine)) {
                for (Node option : items(replies.object(devices(each)), "config.extraConfig")) {
                    settings.put(
                            option.requiredText("key"), option.text("value").orElse(""));
                }
            }
        }
        return settings;
    }

    public Scene scene() throws UnreadableException {
        Optional<Ref> cluster = left().ref("parent");
        Map<Ref, String> names = Vim.names(replies, HOSTS);
        SortedMap<String, String> where = new TreeMap<>();
        for (Node machine : replies.objects(MACHINES)) {
            Optional<String> at = machine.ref("runtime.host").map(names::get);
            if (at.isPresent()) {
                where.put(Vim.name(machine), at.orElseThrow());
            }
        }
        List<Machine> machines = new ArrayList<>();
        for (Node machine : here()) {
            machines.add(machine(machine));
        }
        List<Room> rooms = new ArrayList<>();
        for (Node other : replies.objects(HOSTS)) {
            if (!Vim.name(other).equals(host)
                    && other.ref("parent").equals(cluster)
                    && cluster.filter(SceneReading::isCluster).isPresent()) {
                rooms.add(room(other));
            }
        }
        Optional<Node> settings =
                cluster.isEmpty() ? Optional.empty() : Vim.object(replies, Vim.CLUSTER_SETTINGS, cluster.orElseThrow());
        List<Affinity> rules = settings.isEmpty()
                ? List.of()
                : Rules.of(settings.orElseThrow().required("configurationEx"), Vim.names(replies, MACHINES), names);
        return new Scene(host, machines, rooms, rules, where);
    }

    private static boolean isCluster(Ref parent) {
        return parent.type().equals("ClusterComputeResource");
    }

    private Node left() throws UnreadableException {
        return Vim.named(replies, HOSTS, host)
                .orElseThrow(() -> new UnreadableException("vCenter has no host " + host + "."));
    }

    private List<Node> here() throws UnreadableException {
        Optional<Ref> self = Optional.of(Vim.self(left()));
        return replies.objects(MACHINES).stream()
                .filter(m -> m.ref("runtime.host").equals(self))
                .toList();
    }

    private Machine machine(Node thin) throws UnreadableException {
        Node fat = replies.object(devices(thin));
        boolean running = !thin.text("runtime.powerState").equals(Optional.of("poweredOff"));
        Devices devices = Devices.of(items(fat, "config.hardware.device"), running);
        List<String> ties = new ArrayList<>(devices.ties());
        if (running
                && fat.child("config.cpuAffinity")
                        .filter(a -> !a.all("affinitySet").isEmpty())
                        .isPresent()) {
            ties.add("It is bound to processors of its host (CPU affinity).");
        }
        return new Machine(
                Vim.name(thin),
                running,
                running ? thin.number("config.cpuAllocation.reservation").orElse(0L) : 0,
                running ? thin.number("config.memoryAllocation.reservation").orElse(0L) : 0,
                running ? thin.number("config.hardware.memoryMB").orElse(0L) : 0,
                devices.disks(),
                names(fat, "network", Vim.NETWORKS),
                ties);
    }

    private Room room(Node other) throws UnreadableException {
        long cpu = other.number("summary.hardware.cpuMhz").orElse(0L)
                * other.number("summary.hardware.numCpuCores").orElse(0L);
        long memory = other.number("summary.hardware.memorySize").orElse(0L) / MB;
        long spare = memory;
        for (Node machine : replies.objects(MACHINES)) {
            if (machine.ref("runtime.host").equals(other.ref("self"))
                    && machine.text("runtime.powerState").equals(Optional.of("poweredOn"))) {
                cpu -= machine.number("config.cpuAllocation.reservation").orElse(0L);
                memory -= machine.number("config.memoryAllocation.reservation").orElse(0L);
                spare -= machine.number("config.hardware.memoryMB").orElse(0L);
            }
        }
        boolean connected = other.text("runtime.connectionState").equals(Optional.of("connected"));
        boolean maintenance = other.flag("runtime.inMaintenanceMode").orElse(false);
        return new Room(
                Vim.name(other),
                !connected
                        ? Optional.of("is not connected to vCenter")
                        : maintenance ? Optional.of("is in maintenance mode") : Optional.empty(),
                cpu,
                memory,
                spare,
                names(other, "datastore", Vim.DATASTORES),
                names(other, "network", Vim.NETWORKS));
    }

    private SortedSet<String> names(Node object, String property, InventoryQuery list) throws UnreadableException {
        Map<Ref, String> names = Vim.names(replies, list);
        SortedSet<String> found = new TreeSet<>();
        for (Node item : items(object, property)) {
            item.ref().map(names::get).ifPresent(name -> found.add(name));
        }
        return found;
    }

    private static List<Node> items(Node object, String property) {
        return object.child(property).map(Node::items).orElseGet(List::of);
    }
}
