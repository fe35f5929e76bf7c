package io.twinpath.spec.layer;

import io.twinpath.model.Origin;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.inventory.GroupTree;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One place that says something about hosts. Layers are compared by identity. */
public final class Layer {

    /** The steps of precedence, lowest first. */
    public enum Tier {
        PROJECT,
        MODULE,
        GROUP,
        CLUSTER,
        HOST,
        SET
    }

    private final Tier tier;
    private final String label;
    private final String name;
    private final int order;
    private final Optional<Layer> caller;
    private final Optional<GroupTree> groups;
    private final Map<String, Origin> arguments;
    private final IdentityHashMap<Node, Origin> origins = new IdentityHashMap<>();

    private Layer(Tier tier, String label, String name, int order, Optional<Layer> caller, Optional<GroupTree> groups) {
        this(tier, label, name, order, caller, groups, Map.of());
    }

    private Layer(
            Tier tier,
            String label,
            String name,
            int order,
            Optional<Layer> caller,
            Optional<GroupTree> groups,
            Map<String, Origin> arguments) {
        this.tier = tier;
        this.label = label;
        this.name = name;
        this.order = order;
        this.caller = caller;
        this.groups = groups;
        this.arguments = Map.copyOf(arguments);
    }

    public static Layer project() {
        return new Layer(Tier.PROJECT, "project", "", 0, Optional.empty(), Optional.empty());
    }

    public static Layer group(String name, GroupTree groups) {
        return new Layer(Tier.GROUP, "group " + name, name, 0, Optional.empty(), Optional.of(groups));
    }

    public static Layer cluster(String name) {
        return new Layer(Tier.CLUSTER, "cluster " + name, name, 0, Optional.empty(), Optional.empty());
    }

    public static Layer host(String name) {
        return new Layer(Tier.HOST, "host", name, 0, Optional.empty(), Optional.empty());
    }

    /** A declaration that stands alone, such as a virtual machine's. */
    public static Layer declaration() {
        return new Layer(Tier.HOST, "declaration", "", 0, Optional.empty(), Optional.empty());
    }

    /** @param caller the place whose {@code use} brings the module in */
    public static Layer module(String name, Layer caller) {
        return module(name, caller, Map.of());
    }

    /** @param arguments where the values of its parameters are given */
    static Layer module(String name, Layer caller, Map<String, Origin> arguments) {
        String label = "module " + name + ", used by " + caller.label;
        return new Layer(Tier.MODULE, label, name, 0, Optional.of(caller), Optional.empty(), arguments);
    }

    /** @param order of the argument on the command line; the last one wins */
    public static Layer set(int order) {
        return new Layer(Tier.SET, "--set", "", order, Optional.empty(), Optional.empty());
    }

    public String label() {
        return label;
    }

    public Tier tier() {
        return tier;
    }

    /** Whether this one goes before the other. Neither may. */
    public boolean dominates(Layer other) {
        if (tier != other.tier) {
            return tier.compareTo(other.tier) > 0;
        }
        return switch (tier) {
            case MODULE -> other.isUsedBy(this) || (root() != other.root() && root().dominates(other.root()));
            case GROUP -> groups.filter(g -> g.contains(other.name, name)).isPresent();
            case SET -> order > other.order;
            case PROJECT, CLUSTER, HOST -> false;
        };
    }

    private boolean isUsedBy(Layer user) {
        return caller.filter(c -> c == user || c.isUsedBy(user)).isPresent();
    }

    private Layer root() {
        return caller.map(Layer::root).orElse(this);
    }

    /** The link of an origin chain for a value that this layer sets. */
    Origin origin(Node written) {
        return origins.computeIfAbsent(written, w -> new Origin(label, w.span(), text(w), uses(w)));
    }

    private SortedMap<String, Optional<Origin>> uses(Node written) {
        SortedMap<String, Optional<Origin>> uses = new TreeMap<>();
        Variables.words(written).forEach(word -> uses.put(word, Optional.ofNullable(arguments.get(word))));
        return uses;
    }

    private static String text(Node node) {
        return switch (node) {
            case Node.Scalar s -> s.text();
            case Node.Sequence s -> s.items().stream().map(Layer::text).collect(Collectors.joining(", ", "[", "]"));
            case Node.Mapping m ->
                m.entries().stream()
                        .map(e -> e.key().text() + ": " + text(e.value()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
