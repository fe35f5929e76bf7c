package io.twinpath.graph;

import io.twinpath.rig.Effects;
import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Array;
import io.twinpath.rig.part.Assumption;
import io.twinpath.rig.part.Datastore;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Machine;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Portal;
import io.twinpath.rig.part.Switch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A graph while it is made. */
final class Draft {

    private final Rig rig;
    private final Harm harm;
    private final Shared shared;
    private final SortedMap<String, HostNode> hosts = new TreeMap<>();
    private final SortedMap<String, Node> nodes = new TreeMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /** Devices by what sees them. */
    private final SortedMap<String, List<Host>> seen = new TreeMap<>();

    private final SortedSet<String> local = new TreeSet<>();

    Draft(Rig rig, Harm harm) {
        this.rig = rig;
        this.harm = harm;
        this.shared = new Shared(harm);
        for (Host host : rig.hosts().values()) {
            for (Path path : host.paths()) {
                List<Host> by = seen.computeIfAbsent(path.device(), d -> new ArrayList<>());
                if (!by.contains(host)) {
                    by.add(host);
                }
                if (path.carrier() instanceof Path.Carrier.Local) {
                    local.add(path.device());
                }
            }
        }
    }

    Graph graph(Effects effects) {
        rig.switches().values().forEach(this::physical);
        rig.arrays().values().forEach(this::array);
        for (Host host : rig.hosts().values()) {
            hosts.put(host.name(), host(host));
            new HostDraft(host, harm, this).draw();
        }
        seen.forEach(this::device);
        rig.datastores().values().forEach(this::datastore);
        rig.machines().values().forEach(this::machine);
        return new Graph(
                hosts,
                nodes,
                edges(),
                effects.failed().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)),
                effects.assumptions().stream().map(Assumption::text).collect(Collectors.toCollection(TreeSet::new)));
    }

    private SortedSet<Edge> edges() {
        return edges.stream()
                .filter(e -> nodes.containsKey(e.from()) && nodes.containsKey(e.to()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Rig rig() {
        return rig;
    }

    void node(
            String id,
            Layer layer,
            Optional<String> host,
            String label,
            String note,
            Condition condition,
            List<Fact> facts) {
        nodes.put(id, new Node(id, layer, host, label, note, condition, facts));
    }

    void edge(String from, String to, Edge.Kind kind, boolean dead) {
        edges.add(new Edge(from, to, kind, dead));
    }

    private HostNode host(Host host) {
        List<Fact> facts = new ArrayList<>();
        rig.clusters().values().stream()
                .filter(c -> c.hosts().contains(host.name()))
                .forEach(c -> facts.add(new Fact("cluster", c.name())));
        if (host.maintenance()) {
            facts.add(new Fact("maintenance mode", "yes"));
        }
        rig.domains().values().stream()
                .filter(d -> d.members().contains(host.name()))
                .forEach(d -> facts.add(new Fact("hangs on", d.name())));
        return new HostNode("host:" + host.name(), host.name(), harm.host(host), facts);
    }

    private void physical(Switch box) {
        List<Fact> facts = new ArrayList<>();
        box.subnets().ifPresent(subnets -> facts.add(new Fact("carries", String.join(", ", subnets))));
        if (!box.links().isEmpty()) {
            facts.add(new Fact("connected to", String.join(", ", box.links())));
        }
        node("switch:" + box.name(), Layer.SWITCH, Optional.empty(), box.name(), "", harm.physical(box.name()), facts);
    }

    private void array(Array array) {
        String id = "array:" + array.name();
        Condition whole = shared.array(array);
        node(id, Layer.ARRAY, Optional.empty(), array.name(), "", whole, List.of());
        for (Portal portal : array.portals().values()) {
            String door = "portal:" + portal.ip();
            Condition condition = shared.portal(array, portal);
            List<Fact> facts = new ArrayList<>();
            portal.controller().ifPresent(c -> facts.add(new Fact("controller", c)));
            portal.socket().ifPresent(s -> facts.add(new Fact("cable", s.name() + " port " + s.port())));
            node(door, Layer.PORTAL, Optional.empty(), portal.ip(), "", condition, facts);
            edge(door, id, Edge.Kind.CARRIES, condition.gone());
            portal.socket().ifPresent(s -> edge("switch:" + s.name(), door, Edge.Kind.CABLE, condition.gone()));
        }
    }

    /** A host's own disk is drawn with the host. */
    private void device(String device, List<Host> by) {
        boolean own = local.contains(device) && by.size() == 1;
        String id = deviceId(device);
        Condition condition = shared.device(device, by);
        node(
                id,
                Layer.DEVICE,
                own ? Optional.of(by.getFirst().name()) : Optional.empty(),
                Names.device(device),
                own ? "local disk" : "",
                condition,
                List.of(new Fact("device", device)));
        rig.arrays().values().stream()
                .filter(a -> a.devices().contains(device))
                .forEach(a -> edge("array:" + a.name(), id, Edge.Kind.CARRIES, condition.gone()));
    }

    String deviceId(String device) {
        List<Host> by = seen.getOrDefault(device, List.of());
        return local.contains(device) && by.size() == 1
                ? "disk:" + by.getFirst().name() + "/" + device
                : "lun:" + device;
    }

    /** Whether an array is known to serve it. */
    boolean served(String device) {
        return rig.arrays().values().stream().anyMatch(a -> a.devices().contains(device));
    }

    boolean portal(String ip) {
        return rig.arrays().values().stream().anyMatch(a -> a.portals().containsKey(ip));
    }

    /** Where a server of NFS volumes is reached: a volume may call it by the name of an array. */
    Collection<String> addresses(String server) {
        Array array = rig.arrays().get(server);
        return array == null ? List.of(server) : array.portals().keySet();
    }

    private void datastore(Datastore datastore) {
        List<Host> mounted = rig.hosts().values().stream()
                .filter(h -> h.datastores().contains(datastore.name()))
                .toList();
        String id = "datastore:" + datastore.name();
        Condition condition = shared.datastore(datastore.name(), mounted);
        List<String> below = below(datastore);
        below.forEach(from -> edge(from, id, Edge.Kind.CARRIES, condition.gone()));
        Optional<String> owner = below.size() == 1
                ? Optional.ofNullable(nodes.get(below.getFirst())).flatMap(Node::host)
                : Optional.empty();
        String note = switch (datastore.backing()) {
            case Datastore.Backing.Devices d -> "VMFS";
            case Datastore.Backing.Nfs n -> "NFS";
            case Datastore.Backing.Unknown u -> "";
        };
        node(
                id,
                Layer.DATASTORE,
                owner,
                datastore.name(),
                note,
                condition,
                List.of(new Fact("mounted by", mounted.size() + (mounted.size() == 1 ? " host" : " hosts"))));
    }

    /** What a datastore lies on; of an NFS server that is no known array a node is made. */
    private List<String> below(Datastore datastore) {
        return switch (datastore.backing()) {
            case Datastore.Backing.Devices devices ->
                devices.devices().stream().map(this::deviceId).toList();
            case Datastore.Backing.Nfs nfs ->
                nfs.servers().stream().map(this::server).toList();
            case Datastore.Backing.Unknown unknown -> List.of();
        };
    }

    private String server(String server) {
        String named = "array:" + server;
        return nodes.containsKey(named)
                ? named
                : rig.arrays().values().stream()
                        .filter(a -> a.portals().containsKey(server))
                        .map(a -> "portal:" + server)
                        .findFirst()
                        .orElseGet(() -> {
                            node(
                                    "server:" + server,
                                    Layer.ARRAY,
                                    Optional.empty(),
                                    server,
                                    "NFS server",
                                    Condition.FINE,
                                    List.of());
                            return "server:" + server;
                        });
    }

    private void machine(Machine machine) {
        String id = "vm:" + machine.name();
        Condition condition = shared.machine(machine);
        List<Fact> facts = new ArrayList<>();
        machine.cluster().ifPresent(c -> facts.add(new Fact("cluster", c)));
        machine.disks().forEach((disk, on) -> facts.add(new Fact(disk, on)));
        if (!machine.networks().isEmpty()) {
            facts.add(new Fact("networks", String.join(", ", machine.networks())));
        }
        machine.ties().forEach(tie -> facts.add(new Fact("tied to its host", tie.what())));
        if (!machine.restartsAlone()) {
            facts.add(new Fact("after a start", "waits for a person"));
        }
        node(
                id,
                Layer.MACHINE,
                machine.host().filter(name -> rig.hosts().containsKey(name)),
                machine.name(),
                "",
                condition,
                facts);
        SortedSet<String> on = new TreeSet<>(machine.disks().values());

        machine.home().ifPresent(home -> on.add(home));
        for (String datastore : on) {
            String from = "datastore:" + datastore;
            Node store = nodes.get(from);
            edge(from, id, Edge.Kind.CARRIES, store != null && store.state() != State.OK && condition.gone());
        }
    }
}
