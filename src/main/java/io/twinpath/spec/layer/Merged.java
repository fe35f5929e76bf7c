package io.twinpath.spec.layer;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tree under construction, to which layers are applied from low to high. Every value knows all layers that set it.
 */
public final class Merged {

    private Node.Scalar key;
    private final List<Setting> settings = new ArrayList<>(2);
    private final Map<String, Merged> children = new LinkedHashMap<>();
    private boolean mapping = true;

    /** What one layer says. */
    private record Setting(Layer layer, Node node, Node written) {}

    public Merged(Node.Scalar key) {
        this.key = key;
    }

    /** An empty tree that stands for the whole of a host. */
    public static Merged root(String name, Span at) {
        return new Merged(new Node.Scalar(name, false, at));
    }

    /**
     * Applies a layer that goes before all that were applied.
     *
     * @param node rendered
     * @param written as it stands in the file
     */
    public void apply(Layer layer, Node node, Node written) {
        if (!(node instanceof Node.Mapping m)) {
            settings.add(new Setting(layer, node, written));
            mapping = false;
            return;
        }
        if (!mapping) {
            children.clear();
            mapping = true;
        }
        settings.add(new Setting(layer, node, written));
        for (int i = 0; i < m.entries().size(); i++) {
            Node.Entry entry = m.entries().get(i);
            Node below = written instanceof Node.Mapping w ? w.entries().get(i).value() : written;
            put(layer, entry.key(), entry.value(), below);
        }
    }

    /** Applies a layer to one child. */
    public void put(Layer layer, Node.Scalar name, Node node, Node written) {
        Merged child = childOf(name);
        child.key = name;
        child.apply(layer, node, written);
    }

    /** The child of this name, made when there is none. */
    public Merged childOf(Node.Scalar name) {
        if (!mapping) {
            children.clear();
            mapping = true;
        }
        return children.computeIfAbsent(name.text(), k -> new Merged(name));
    }

    /** The key of the layer that spoke last. */
    public Node.Scalar key() {
        return key;
    }

    public boolean isMapping() {
        return mapping;
    }

    public Optional<Merged> child(String name) {
        return mapping ? Optional.ofNullable(children.get(name)) : Optional.empty();
    }

    public Collection<Merged> children() {
        return mapping ? children.values() : List.of();
    }

    /** The winning value, without the children that {@code skip} names. Mappings stand where their keys stand. */
    public Node node(List<String> skip) {
        if (!mapping) {
            return settings.getLast().node();
        }
        List<Node.Entry> entries = new ArrayList<>(children.size());
        for (Merged child : children.values()) {
            if (!skip.contains(child.key.text())) {
                entries.add(new Node.Entry(child.key, child.node(List.of())));
            }
        }
        return new Node.Mapping(entries, key.span());
    }

    /** Who set each value, winner first. */
    public void origins(FieldPath at, Map<FieldPath, List<Origin>> into) {
        if (mapping) {
            children.forEach((name, child) -> child.origins(at.then(name), into));
            return;
        }
        List<Origin> chain = new ArrayList<>(settings.size());
        for (Setting setting : settings.reversed()) {
            chain.add(setting.layer.origin(setting.written));
        }
        into.put(at, List.copyOf(chain));
    }

    /** Reports every value for which chance would decide. */
    public void checkTies(String host, Diagnostics into) {
        if (settings.size() > 1 && !settings.stream().allMatch(s -> s.node instanceof Node.Mapping)) {
            tie(host, into);
        }
        if (mapping) {
            children.values().forEach(c -> c.checkTies(host, into));
        }
    }

    private void tie(String host, Diagnostics into) {
        Setting winner = settings.getLast();
        for (Setting other : settings) {
            boolean beaten = settings.stream().anyMatch(s -> s.layer.dominates(other.layer));
            if (!beaten && other.layer != winner.layer && !same(other.node, winner.node)) {
                Origin one = winner.layer.origin(winner.written);
                Origin two = other.layer.origin(other.written);
                into.add(LayerProblem.describe(new LayerProblem.Tie(
                        one.span(), one.layer(), one.written(), two.span(), two.layer(), two.written(), host)));
                return;
            }
        }
    }

    private static boolean same(Node left, Node right) {
        return switch (left) {
            case Node.Scalar l -> right instanceof Node.Scalar r && l.text().equals(r.text());
            case Node.Sequence l ->
                right instanceof Node.Sequence r
                        && l.items().size() == r.items().size()
                        && allSame(l.items(), r.items());
            case Node.Mapping l -> right instanceof Node.Mapping r && sameFields(l, r);
        };
    }

    private static boolean allSame(List<Node> left, List<Node> right) {
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameFields(Node.Mapping left, Node.Mapping right) {
        return left.entries().size() == right.entries().size()
                && left.entries().stream()
                        .allMatch(e -> right.value(e.key().text())
                                .filter(v -> same(e.value(), v))
                                .isPresent());
    }
}
