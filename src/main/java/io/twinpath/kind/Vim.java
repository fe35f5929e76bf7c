package io.twinpath.kind;

import io.twinpath.driver.InventoryQuery;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Handle;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Ref;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The inventory of a vCenter or of a host's own API, for kinds that refer to its objects by name. A reference is good for one
 * session, so plans and facts hold names; these lists are asked for once and tell one from the other.
 */
public final class Vim {

    /** Also the clock rate that a full reservation of processors is counted in. */
    public static final InventoryQuery HOSTS =
            InventoryQuery.of("HostSystem", "name", "parent", "summary.hardware.cpuMhz", "runtime.inMaintenanceMode");

    public static final InventoryQuery CLUSTERS = InventoryQuery.of("ClusterComputeResource", "name");

    /** With all settings: one answer for clusters and for the overrides of virtual machines. */
    public static final InventoryQuery CLUSTER_SETTINGS =
            InventoryQuery.of("ClusterComputeResource", "name", "host", "configurationEx");

    public static final InventoryQuery MACHINES = InventoryQuery.of("VirtualMachine", "name", "runtime.host");
    public static final InventoryQuery DATASTORES = InventoryQuery.of("Datastore", "name");

    /** With what each host has of it: asked for where a disk is to move, or a machine to be started again. */
    public static final InventoryQuery VOLUMES = InventoryQuery.of(
            "Datastore", "name", "summary.accessible", "summary.freeSpace", "summary.maintenanceMode", "host");

    public static final InventoryQuery NETWORKS = InventoryQuery.of("Network", "name");

    /** A key is the server's own and lasts; it stands where a virtual machine says what it is attached to. */
    public static final InventoryQuery PORT_GROUPS =
            InventoryQuery.of("DistributedVirtualPortgroup", "name", "key", "config.distributedVirtualSwitch");

    public static final InventoryQuery SWITCHES = InventoryQuery.of("DistributedVirtualSwitch", "name", "uuid");

    private static final String ABOUT = "content.about";

    /** Who it is that answers. */
    public static final PropertyQuery SERVER =
            PropertyQuery.of(new Handle.Found(new Ref("ServiceInstance", "ServiceInstance")), ABOUT);

    private Vim() {}

    /** Whether a host answers by itself, and no vCenter. */
    public static boolean alone(Replies replies) throws UnreadableException {
        return replies.object(SERVER).text(ABOUT, "apiType").equals(Optional.of("HostAgent"));
    }

    /** The name of an object as people write it: the API writes {@code %2f}, {@code %5c} and {@code %25} in names. */
    public static String name(Node object) throws UnreadableException {
        return decoded(object.requiredText("name"));
    }

    static String decoded(String name) {
        return name.replaceAll("(?i)%2f", "/").replaceAll("(?i)%5c", "\\\\").replace("%25", "%");
    }

    public static Ref self(Node object) throws UnreadableException {
        return object.required("self").ref().orElseThrow(() -> new UnreadableException("An object has no reference."));
    }

    /** The names of everything that a list holds, by reference. */
    public static Map<Ref, String> names(Replies replies, InventoryQuery list) throws UnreadableException {
        Map<Ref, String> names = new HashMap<>();
        for (Node object : replies.objects(list)) {
            names.put(self(object), name(object));
        }
        return names;
    }

    /**
     * The one object of this name.
     *
     * @throws UnreadableException when the server has several: a name alone does not say which is meant
     */
    public static Optional<Node> named(Replies replies, InventoryQuery list, String name) throws UnreadableException {
        Optional<Node> found = Optional.empty();
        for (Node object : replies.objects(list)) {
            if (name(object).equals(name)) {
                if (found.isPresent()) {
                    throw new UnreadableException("The server has more than one " + list.type() + " with the name \""
                            + name + "\"; rename one of them.");
                }
                found = Optional.of(object);
            }
        }
        return found;
    }

    /** The same when the list was asked and can be read. */
    public static Optional<Node> glance(Replies replies, InventoryQuery list, String name) {
        try {
            return replies.has(list) ? named(replies, list, name) : Optional.empty();
        } catch (UnreadableException e) {
            return Optional.empty(); // read() says so
        }
    }

    /** The object behind a reference. */
    public static Optional<Node> object(Replies replies, InventoryQuery list, Ref ref) throws UnreadableException {
        for (Node object : replies.objects(list)) {
            if (self(object).equals(ref)) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    /** The names of all objects that references of a field name; what nobody knows is left out. */
    public static SortedSet<String> named(Node node, String field, Map<Ref, String> names) {
        SortedSet<String> found = new TreeSet<>();
        node.refs(field).stream().filter(names::containsKey).map(names::get).forEach(name -> found.add(name));
        return found;
    }

    public static Optional<Integer> integer(Node node, String... path) throws UnreadableException {
        return node.number(path).map(Math::toIntExact);
    }

    /** The constant for a word of the server; empty for words of which Twinpath has none, such as those for "inherited". */
    public static <E extends Enum<E>> Optional<E> constant(
            Class<E> type, Function<E, String> word, Optional<String> text) {
        return text.flatMap(t -> Arrays.stream(type.getEnumConstants())
                .filter(c -> word.apply(c).equals(t))
                .findFirst());
    }

    public static List<Node> references(String field, String type, SortedSet<String> names) {
        return names.stream()
                .map(n -> Node.reference(field, new Handle.Named(type, n)))
                .toList();
    }
}
