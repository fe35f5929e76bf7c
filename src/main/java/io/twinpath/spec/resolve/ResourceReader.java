package io.twinpath.spec.resolve;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Exact;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Names;
import io.twinpath.model.Origin;
import io.twinpath.model.Scope;
import io.twinpath.model.shape.Problems;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.layer.Merged;
import io.twinpath.spec.template.Templates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the resources out of merged trees, where the kinds' placements say that they stand. */
public final class ResourceReader {

    private static final String STATE = "state";

    private final KindPlaces places;
    private final Templates templates;
    private final Diagnostics into;
    private final Map<Address, Declared<?>> declared = new TreeMap<>();
    private final Set<Address> failed = new HashSet<>();
    private final Map<Address, Span> seen = new HashMap<>();
    private final ExactReader exact;

    public ResourceReader(KindPlaces places, Templates templates, Diagnostics into) {
        this.places = places;
        this.templates = templates;
        this.into = into;
        this.exact = new ExactReader(templates, into);
    }

    /** The collections that are to hold nothing else. */
    public List<Exact> exact() {
        return exact.found();
    }

    Map<Address, Declared<?>> declared() {
        return declared;
    }

    /** Those that were written but could not be read: what refers to them is not to blame. */
    Set<Address> failed() {
        return failed;
    }

    /** Takes in everything of one host. */
    public void host(String host, Merged body) {
        for (Kind<?> kind : places.host()) {
            walk(kind, new Scope.Host(host), body, 0, Optional.empty(), false);
        }
    }

    /** Takes in the objects under one top-level key. */
    public void site(Kind<?> kind, Merged objects) {
        named(kind, new Scope.Site(), objects, Optional.empty(), false);
    }

    private <D extends Record & Desired> void walk(
            Kind<D> kind, Scope scope, Merged at, int depth, Optional<Node.Scalar> parent, boolean absent) {
        Placement placement = kind.placement();
        Optional<Merged> below = at.child(placement.keys().get(depth));
        if (below.isEmpty()) {
            return;
        }
        Merged node = below.orElseThrow();
        boolean last = depth == placement.keys().size() - 1;
        if (!last && placement.outer() == Placement.Form.SINGLE) {
            walk(kind, scope, node, depth + 1, parent, absent);
        } else if (!last) {
            for (Merged outer : node.children()) {
                boolean gone = absent || state(outer).filter("absent"::equals).isPresent();
                walk(kind, scope, outer, depth + 1, Optional.of(outer.key()), gone);
            }
        } else if (placement.form() == Placement.Form.SINGLE) {
            one(kind, scope, placement.name().orElse(kind.name()), node, parent, absent);
        } else {
            named(kind, scope, node, parent, absent);
        }
    }

    private <D extends Record & Desired> void named(
            Kind<D> kind, Scope scope, Merged node, Optional<Node.Scalar> parent, boolean absent) {
        if (!node.isMapping()) {
            Node written = node.node(List.of());
            if (!(written instanceof Node.Scalar s && s.isNull()) && !templates.isBroken(written)) {
                io.twinpath.spec.inventory.Forms.mapping(written, into);
            }
            return;
        }
        for (Merged child : node.children()) {
            String name = child.key().text();
            if (name.equals(ExactReader.KEY) && scope instanceof Scope.Host host && ExactReader.applies(kind)) {
                if (!absent) {
                    exact.read(kind, host.name(), child, parent.map(Node.Scalar::text));
                }
            } else {
                one(kind, scope, name, child, parent, absent);
            }
        }
    }

    private <D extends Record & Desired> void one(
            Kind<D> kind, Scope scope, String name, Merged value, Optional<Node.Scalar> parent, boolean absent) {
        if (!Names.isObject(name)) {
            report(new ResourceProblem.BadName(value.key().span(), kind.title()));
            return;
        }
        Address address = new Address(kind.name(), scope, name);
        Span at = value.key().span();
        Span first = seen.putIfAbsent(address, at);
        if (first != null) {
            report(new ResourceProblem.Twice(at, address, first));
            return;
        }
        Optional<String> state = checkedState(kind, value);
        boolean gone = absent || state.filter("absent"::equals).isPresent();
        Optional<Node.Mapping> fields = fields(kind, value, parent);
        if (fields.isEmpty() || templates.isBroken(fields.orElseThrow())) {
            failed.add(address);
            return;
        }
        Map<FieldPath, List<Origin>> origins = new TreeMap<>();
        origins(kind, value, origins);
        parent.ifPresent(outer -> kind.placement()
                .parent()
                .ifPresent(field -> origins.put(
                        FieldPath.of(field), List.of(new Origin("its place", outer.span(), outer.text())))));
        Optional<D> desired = gone
                ? Optional.empty()
                : kind.shape().decode(fields.orElseThrow(), new Problems(kind.title(), address.toString(), into));
        if (desired.isEmpty() && !gone) {
            failed.add(address);
            return;
        }
        declared.put(address, new Declared<>(kind, address, desired, at, origins, fields.orElseThrow()));
    }

    /** What the shape is to read: without {@code state} and nested resources, with the field that the place gives. */
    private Optional<Node.Mapping> fields(Kind<?> kind, Merged value, Optional<Node.Scalar> parent) {
        Node node = value.node(places.notFields(kind));
        List<Node.Entry> entries = new ArrayList<>();
        if (node instanceof Node.Mapping mapping) {
            entries.addAll(mapping.entries());
        } else if (kind.placement().field().isPresent()) {
            Node.Scalar key = new Node.Scalar(
                    kind.placement().field().orElseThrow(), false, value.key().span());
            entries.add(new Node.Entry(key, node));
        } else if (!(node instanceof Node.Scalar s && s.isNull())) {
            if (!templates.isBroken(node)) {
                io.twinpath.spec.inventory.Forms.mapping(node, into);
            }
            return Optional.empty();
        }
        kind.placement().own().ifPresent(field -> give(field, value.key(), entries));
        parent.ifPresent(outer -> kind.placement().parent().ifPresent(field -> give(field, outer, entries)));
        return Optional.of(new Node.Mapping(entries, value.key().span()));
    }

    /** Adds a field that follows from where a resource stands. */
    private void give(String field, Node.Scalar name, List<Node.Entry> entries) {
        entries.stream()
                .filter(e -> e.key().text().equals(field))
                .forEach(e -> report(new ResourceProblem.SetByPlace(e.key().span(), field)));
        entries.removeIf(e -> e.key().text().equals(field));
        entries.addFirst(new Node.Entry(
                new Node.Scalar(field, false, name.span()), new Node.Scalar(name.text(), false, name.span())));
    }

    private void origins(Kind<?> kind, Merged value, Map<FieldPath, List<Origin>> into) {
        if (!value.isMapping()) {
            value.origins(kind.placement().field().map(FieldPath::of).orElse(FieldPath.ROOT), into);
            return;
        }
        Collection<String> skip = places.notFields(kind);
        value.children().stream()
                .filter(c -> !skip.contains(c.key().text()))
                .forEach(c -> c.origins(FieldPath.of(c.key().text()), into));
    }

    private static Optional<String> state(Merged value) {
        return value.child(STATE)
                .map(c -> c.node(List.of()))
                .flatMap(n -> n instanceof Node.Scalar s ? Optional.of(s.text()) : Optional.empty());
    }

    private Optional<String> checkedState(Kind<?> kind, Merged value) {
        Optional<Merged> child = value.child(STATE).filter(c -> places.hasState(kind));
        if (child.isEmpty()) {
            return Optional.empty();
        }
        Merged written = child.orElseThrow();
        if (kind.role() != Kind.Role.MANAGED || !kind.removable()) {
            report(new ResourceProblem.NotRemovable(written.key().span(), kind.title()));
            return Optional.empty();
        }
        Optional<String> state = state(value);
        if (state.filter(s -> s.equals("absent") || s.equals("present")).isEmpty()) {
            Node node = written.node(List.of());
            if (!templates.isBroken(node)) {
                report(new ResourceProblem.BadState(node.span(), state.orElse("")));
            }
            return Optional.empty();
        }
        return state;
    }

    private void report(ResourceProblem problem) {
        into.add(ResourceProblem.describe(problem));
    }
}
