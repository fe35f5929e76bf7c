package io.twinpath.kind;

import io.twinpath.driver.Command;
import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.MethodQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Writer;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.NodeBuilder;
import io.twinpath.driver.vim.Vim25;
import io.twinpath.lab.site.Site;
import io.twinpath.lab.site.Sites;
import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import io.twinpath.lab.soap.SoapFault;
import io.twinpath.lab.soap.Value;
import io.twinpath.lab.vim.Accounts;
import io.twinpath.lab.vim.Guard;
import io.twinpath.lab.vim.VimService;
import io.twinpath.lab.vim.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** A session with the API of a lab's site, of one host or of its vCenter, as the driver would have it, without a wire. */
public final class LabApi implements Writer {

    private final World world;
    private final VimService service;
    private final Ref host;
    private final String session;

    /** A host's own. */
    public LabApi(Site site, String name) {
        this(site, Optional.of(name), name, "ha-sessionmgr");
    }

    private LabApi(Site site, Optional<String> agent, String name, String logins) {
        this.world = new World(site, () -> Sites.MORNING, new Direct(), agent);
        this.service = new VimService(world, new Anybody(), (w, m, o, f) -> {});
        this.host = world.hostRef(name);
        Node[] login = {Node.string("userName", "root"), Node.string("password", "p")};
        this.session = service.call(call(new Ref("SessionManager", logins), "Login", List.of(login)), Optional.empty())
                .session()
                .orElseThrow();
    }

    /** With a vCenter: it tells its inventory and changes nothing. */
    public static LabApi vcenter(Site site) {
        return new LabApi(site, Optional.empty(), site.hosts.firstKey(), "SessionManager");
    }

    @Override
    public Map<Query, Reply> ask(List<Query> queries) {
        Map<Query, Reply> replies = new LinkedHashMap<>();
        queries.forEach(q -> replies.put(q, answer(identity(q) ? q : Vim25.sound(q))));
        return replies;
    }

    /** Whose content is no property in the description of the API that queries are held against. */
    private static boolean identity(Query query) {
        return query instanceof PropertyQuery q && q.paths().equals(List.of("content.about"));
    }

    private Reply answer(Query query) {
        return switch (query) {
            case PropertyQuery q -> retrieved(q);
            case InventoryQuery q -> listed(q);
            case MethodQuery q -> sent(q.on(), q.method(), q.args(), q.toString());
            default -> Reply.fault("NotSupported", "not of the API: " + query, "lab: " + query);
        };
    }

    private Reply retrieved(PropertyQuery query) {
        Ref on = resolved(query.of());
        NodeBuilder content = Node.build("objects", "ObjectContent").put(link("obj", on));
        for (String path : query.paths()) {
            try {
                fetch(on, path)
                        .ifPresent(value -> content.put(Node.object(
                                "propSet", "DynamicProperty", Node.string("name", path), node("val", value))));
            } catch (SoapFault fault) {
                return Reply.fault(fault.name(), path + " " + fault.getMessage(), "lab: " + query);
            }
        }
        return Reply.of(Node.object("returnval", "RetrieveResult", content.end()), "lab: " + query);
    }

    private Reply listed(InventoryQuery query) {
        List<Node> objects = new ArrayList<>();
        for (String name : names(query.type())) {
            Ref on = world.ref(query.type(), name);
            if (world.find(on).isEmpty()) {
                continue; // a port group that an interface stands in is no network
            }
            NodeBuilder content = Node.build("objects", "ObjectContent").put(link("obj", on));
            for (String path : query.paths()) {
                fetch(on, path)
                        .ifPresent(value -> content.put(Node.object(
                                "propSet", "DynamicProperty", Node.string("name", path), node("val", value))));
            }
            objects.add(content.end());
        }
        return Reply.of(Node.object("returnval", "RetrieveResult", objects), "lab: " + query);
    }

    private Collection<String> names(String type) {
        Site site = world.site();
        return switch (type) {
            case "HostSystem" -> site.hosts.keySet();
            case "ClusterComputeResource" -> site.clusters.keySet();
            case "VirtualMachine" -> site.vms.keySet();
            case "Datastore" -> site.datastores.keySet();
            case "Network" ->
                new TreeSet<>(site.hosts.values().stream()
                        .flatMap(h -> h.vswitches.values().stream())
                        .flatMap(v -> v.portGroups.keySet().stream())
                        .toList());
            default -> List.of();
        };
    }

    private Optional<? extends Value> fetch(Ref on, String path) {
        return service.call(call(on, "Fetch", List.of(Node.string("prop", path))), Optional.of(session))
                .result();
    }

    @Override
    public Reply send(Command command) {
        return switch (Vim25.sound(command)) {
            case MethodCommand c -> sent(c.on(), c.method(), c.args(), c.toString());
            default -> Reply.fault("NotSupported", "not of the API: " + command, "lab: " + command);
        };
    }

    private Reply sent(Handle on, String method, List<Node> args, String shown) {
        try {
            NodeBuilder answer = Node.build("response", "");
            service.call(call(resolved(on), method, args), Optional.of(session))
                    .result()
                    .ifPresent(value -> answer.putAll(nodes("returnval", value)));
            return Reply.of(answer.end(), "lab: " + shown);
        } catch (SoapFault fault) {
            return Reply.fault(fault.name(), String.valueOf(fault.getMessage()), "lab: " + shown);
        }
    }

    private Ref resolved(Handle handle) {
        return switch (handle) {
            case Handle.Host h -> host;
            case Handle.Manager m ->
                (Ref) fetch(host, "configManager." + m.name()).orElseThrow();
            case Handle.Named n -> world.ref(n.type(), n.name());
            case Handle.Found f -> new Ref(f.ref().type(), f.ref().id());
            default -> throw new IllegalStateException("not resolved here: " + handle);
        };
    }

    // There

    private Element call(Ref on, String method, List<Node> args) {
        Element self = new Element("_this", "", on.kind(), on.id(), List.of());
        List<Element> children = new ArrayList<>(List.of(self));
        args.forEach(a -> children.add(element(a)));
        return new Element(method, "", "", "", children);
    }

    private Element element(Node node) {
        return switch (node.content()) {
            case Node.Text t -> new Element(node.name(), node.type(), "", t.text(), List.of());
            case Node.Hidden h -> new Element(node.name(), node.type(), "", "a secret of 12+", List.of());
            case Node.Link l -> {
                Ref ref = resolved(l.handle());
                yield new Element(node.name(), "", ref.kind(), ref.id(), List.of());
            }
            case Node.Children c ->
                new Element(
                        node.name(),
                        node.type(),
                        "",
                        "",
                        c.nodes().stream().map(this::element).toList());
        };
    }

    // And back

    private static Node link(String name, Ref ref) {
        return Node.reference(name, new Handle.Found(new io.twinpath.driver.vim.Ref(ref.kind(), ref.id())));
    }

    private static List<Node> nodes(String name, Value value) {
        return value instanceof Listing l
                ? l.items().stream().map(i -> node(name, i)).toList()
                : List.of(node(name, value));
    }

    private static Node node(String name, Value value) {
        return switch (value) {
            case Scalar s -> Node.plain(name, s.type().replaceFirst("^xsd:", ""), s.text());
            case Ref r -> link(name, r);
            case Listing l ->
                Node.object(
                        name,
                        l.type(),
                        l.items().stream().map(i -> node("item", i)).toList());
            case Data d -> {
                NodeBuilder object = Node.build(name, d.type());
                d.names().forEach(field -> d.field(field).ifPresent(v -> object.putAll(nodes(field, v))));
                yield object.end();
            }
        };
    }

    @Override
    public void close() {}

    private static final class Anybody implements Accounts {
        @Override
        public boolean admit(String user, String password) {
            return true;
        }

        @Override
        public boolean restricted() {
            return false;
        }
    }

    /** One thread needs no lock, and nothing here takes time. */
    private static final class Direct implements Guard {
        @Override
        public <T> T read(Supplier<T> question) {
            return question.get();
        }

        @Override
        public <T> T write(Supplier<T> change) {
            return change.get();
        }

        @Override
        public ScheduledExecutorService timer() {
            throw new IllegalStateException("nothing of a host takes time");
        }
    }
}
