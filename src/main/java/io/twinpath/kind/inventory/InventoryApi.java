package io.twinpath.kind.inventory;

import io.twinpath.driver.Command;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Processors;
import io.twinpath.kind.Vim;
import io.twinpath.kind.inventory.Inventory.Connection;
import io.twinpath.kind.inventory.Inventory.Datastore;
import io.twinpath.kind.inventory.Inventory.Host;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import io.twinpath.model.Observed;
import io.twinpath.model.Transport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The inventory of a vCenter: one list for each type of object, whatever their number. */
final class InventoryApi implements Binding<Inventory> {

    static final InventoryQuery HOSTS = InventoryQuery.of(
            "HostSystem",
            "name",
            "parent",
            "datastore",
            "network",
            "runtime.connectionState",
            "runtime.inMaintenanceMode",
            "summary.hardware.cpuMhz",
            "summary.hardware.numCpuCores",
            "summary.hardware.memorySize",
            "config.localSwapDatastore");

    static final InventoryQuery DATASTORES = InventoryQuery.of("Datastore", "name", "info");

    private static final List<Query> QUERIES =
            List.of(HOSTS, Vim.CLUSTER_SETTINGS, MachineReading.MACHINES, DATASTORES, Vim.NETWORKS, Vim.PORT_GROUPS);

    private static final int MOST_CORES = 1 << 16;
    private static final long FASTEST = 100_000;

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<Inventory> wanted, Replies known) {
        return QUERIES;
    }

    @Override
    public Observed<Inventory> read(Address address, Optional<Inventory> wanted, Replies replies)
            throws UnreadableException {
        Register hosts = Register.of(replies, HOSTS);
        Register clusters = Register.of(replies, Vim.CLUSTER_SETTINGS);
        Register datastores = Register.of(replies, DATASTORES, d -> d.text("info", "url"));
        Register machines = Register.of(replies, MachineReading.MACHINES, m -> m.text("config.instanceUuid"));
        Map<Ref, String> networks = Vim.names(replies, Vim.NETWORKS);
        Map<String, Cluster> found = new TreeMap<>();
        for (Map.Entry<String, Node> cluster : clusters.objects().entrySet()) {
            found.put(
                    cluster.getKey(),
                    new ClusterReading(cluster.getValue(), hosts.names(), machines.names(), datastores.names())
                            .cluster());
        }
        MachineReading reading = new MachineReading(hosts, clusters, datastores, networks, groups(replies));
        Map<String, Machine> all = new TreeMap<>();
        for (Map.Entry<String, Node> machine : machines.objects().entrySet()) {
            all.put(machine.getKey(), reading.machine(machine.getValue()));
        }
        return new Observed.Present<>(
                new Inventory(hosts(hosts, clusters, datastores, networks), found, all, datastores(datastores)));
    }

    /** The names of distributed port groups by their keys. */
    private static Map<String, String> groups(Replies replies) throws UnreadableException {
        Map<String, String> groups = new HashMap<>();
        for (Node group : replies.objects(Vim.PORT_GROUPS)) {
            Optional<String> key = group.text("key");
            if (key.isPresent()) {
                groups.put(key.orElseThrow(), Vim.name(group));
            }
        }
        return groups;
    }

    private static Map<String, Host> hosts(
            Register hosts, Register clusters, Register datastores, Map<Ref, String> networks)
            throws UnreadableException {
        Map<String, Host> found = new TreeMap<>();
        for (Map.Entry<String, Node> host : hosts.objects().entrySet()) {
            Node node = host.getValue();
            found.put(
                    host.getKey(),
                    new Host(
                            clusters.name(node.ref("parent")),
                            connection(node.text("runtime.connectionState").orElse("")),
                            node.flag("runtime.inMaintenanceMode"),
                            processors(node),
                            node.number("summary.hardware.memorySize")
                                    .filter(b -> b > 0)
                                    .map(Mebibytes::ofBytes),
                            names(node, "datastore", datastores.names()),
                            names(node, "network", networks)));
        }
        return found;
    }

    private static Optional<Connection> connection(String word) {
        return switch (word) {
            case "connected" -> Optional.of(Connection.CONNECTED);
            case "disconnected" -> Optional.of(Connection.DISCONNECTED);
            case "notResponding" -> Optional.of(Connection.NOT_RESPONDING);
            default -> Optional.empty();
        };
    }

    private static Optional<Processors> processors(Node host) throws UnreadableException {
        Optional<Long> rate = host.number("summary.hardware.cpuMhz").filter(r -> r > 0 && r <= FASTEST);
        return host.number("summary.hardware.numCpuCores")
                .filter(c -> c > 0 && c <= MOST_CORES)
                .flatMap(c -> rate.map(r -> new Processors(c.intValue(), new Megahertz(r))));
    }

    private static SortedSet<String> names(Node object, String property, Map<Ref, String> names) {
        SortedSet<String> found = new TreeSet<>();
        object.child(property)
                .map(Node::items)
                .orElseGet(List::of)
                .forEach(item -> item.ref().map(names::get).ifPresent(name -> found.add(name)));
        return found;
    }

    private static Map<String, Datastore> datastores(Register datastores) {
        Map<String, Datastore> found = new TreeMap<>();
        datastores.objects().forEach((name, node) -> found.put(name, datastore(node)));
        return found;
    }

    private static Datastore datastore(Node node) {
        Optional<Node> vmfs = node.at("info", "vmfs");
        SortedSet<String> devices = new TreeSet<>();
        vmfs.map(v -> v.all("extent"))
                .orElseGet(List::of)
                .forEach(extent -> extent.text("diskName").ifPresent(disk -> devices.add(disk)));
        Optional<Node> nas = node.at("info", "nas");
        SortedSet<String> servers = new TreeSet<>();
        nas.ifPresent(n -> servers.addAll(n.texts("remoteHostNames")));
        if (servers.isEmpty()) {
            nas.flatMap(n -> n.text("remoteHost")).ifPresent(hosts -> servers.addAll(List.of(hosts.split(","))));
        }
        servers.removeIf(String::isBlank);
        return new Datastore(
                fileSystem(node.child("info").map(Node::type).orElse("")).or(() -> nas.flatMap(n -> n.text("type"))),
                vmfs.flatMap(v -> v.text("uuid")),
                devices.isEmpty() ? Optional.empty() : Optional.of(devices),
                servers);
    }

    /** Of NFS there are two, and the volume says which. */
    private static Optional<String> fileSystem(String type) {
        return switch (type) {
            case "VmfsDatastoreInfo" -> Optional.of("VMFS");
            case "VsanDatastoreInfo" -> Optional.of("vsan");
            case "VvolDatastoreInfo" -> Optional.of("VVOL");
            default -> Optional.empty();
        };
    }

    @Override
    public List<Command> script(Change<Inventory> change) {
        return List.of();
    }
}
