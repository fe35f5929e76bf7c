package io.twinpath.spec.layer;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.inventory.Body;
import io.twinpath.spec.inventory.Inventory;
import io.twinpath.spec.inventory.InventoryProblem;
import io.twinpath.spec.template.Scope;
import io.twinpath.spec.template.Templates;
import io.twinpath.spec.yaml.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what all layers say about each host, rendered and merged. */
public final class HostExpansion {

    private final Inventory inventory;
    private final Templates templates;
    private final Overrides overrides;
    private final Diagnostics into;
    private final Arguments arguments;
    private final Calls calls;
    private final Layer project = Layer.project();
    private final Map<String, Part> groups = new HashMap<>();
    private final Map<String, Part> clusterOf = new HashMap<>();
    private final Map<String, List<String>> members = new LinkedHashMap<>();
    private int nodes;

    /** A layer with its body and the modules that it brings in. */
    private record Part(Layer layer, Body body, List<Calls.Call> calls, int size) {}

    /**
     * One host, expanded.
     *
     * @param vars its variables, rendered
     * @param origins who set each variable, winner first
     * @param body the resources that it is to have
     * @param connect how it is reached
     * @param usedAt where each module file is brought in, by file name
     */
    public record Expanded(
            String host,
            Map<String, Node> vars,
            Map<FieldPath, List<Origin>> origins,
            Merged body,
            Merged connect,
            Map<String, Span> usedAt) {}

    public HostExpansion(Inventory inventory, Templates templates, Overrides overrides, Diagnostics into) {
        this.inventory = inventory;
        this.templates = templates;
        this.overrides = overrides;
        this.into = into;
        this.arguments = new Arguments(templates, into);
        this.calls = new Calls(inventory.modules(), into);
        inventory
                .groups()
                .groups()
                .forEach((name, g) -> groups.put(name, part(Layer.group(name, inventory.groups()), g.body())));
        inventory.clusters().forEach((name, cluster) -> {
            Part part = part(Layer.cluster(name), cluster.body());
            cluster.hosts().forEach(h -> clusterOf.putIfAbsent(h, part));
        });
        inventory.groups().members().forEach((name, hosts) -> members.put(name, List.copyOf(hosts)));
        inventory.modules().values().forEach(m -> calls.of(m.body(), Layer.module(m.name(), project)));
        measure();
    }

    private Part part(Layer layer, Body body) {
        List<Calls.Call> made = calls.of(body, layer);
        return new Part(layer, body, made, size(body, made));
    }

    private static int size(Body body, List<Calls.Call> calls) {
        return body.resources().size()
                + calls.stream()
                        .mapToInt(c -> size(c.module().body(), c.inner()))
                        .sum();
    }

    /** Whether the limit of all hosts together is passed; that was reported, and nothing more needs to be expanded. */
    public boolean exhausted() {
        return nodes > Limits.EXPANDED_NODES;
    }

    public Expanded expand(Inventory.Host host) {
        String name = host.key().text();
        List<Part> parts = parts(host);
        Merged vars = merged(name, host.key().span(), parts, Body::vars);
        overrides.apply(name, Overrides.Root.VARS, vars);
        vars.checkTies(name, into);
        Variables variables = new Variables(templates, always(name), (Node.Mapping) vars.node(List.of()), into);
        Merged body = Merged.root(name, host.key().span());
        Map<String, Span> usedAt = new LinkedHashMap<>();
        for (Part part : parts) {
            part.calls().forEach(c -> module(c, variables.scope(), body, usedAt));
        }
        for (Part part : parts) {
            Node.Mapping resources = part.body().resources();
            body.apply(part.layer(), templates.mapping(resources, variables.scope(), into), resources);
        }
        overrides.apply(name, Overrides.Root.RESOURCES, body);
        body.checkTies(name, into);
        Map<FieldPath, List<Origin>> origins = new HashMap<>();
        vars.origins(FieldPath.ROOT, origins);
        return new Expanded(name, variables.rendered(), origins, body, connect(host, parts, variables.scope()), usedAt);
    }

    private List<Part> parts(Inventory.Host host) {
        List<Part> parts = shared(host);
        Part own = part(Layer.host(host.key().text()), host.body());
        count(own.size(), host.key());
        parts.add(own);
        return parts;
    }

    /** The layers that it has together with other hosts. */
    private List<Part> shared(Inventory.Host host) {
        List<Part> parts = new ArrayList<>();
        for (Inventory.Group group : inventory.groups().of(host.key().text())) {
            Part part = groups.get(group.key().text());
            if (part != null) {
                parts.add(part);
            }
        }
        Part cluster = clusterOf.get(host.key().text());
        if (cluster != null) {
            parts.add(cluster);
        }
        return parts;
    }

    private interface Piece {
        Optional<Node.Mapping> of(Body body);
    }

    private static Merged merged(String name, Span at, List<Part> parts, Piece piece) {
        Merged merged = Merged.root(name, at);
        for (Part part : parts) {
            piece.of(part.body()).ifPresent(m -> merged.apply(part.layer(), m, m));
        }
        return merged;
    }

    private Map<String, Object> always(String host) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("host", host);
        values.put("inventory_hostname", host);
        values.put("groups", members);
        values.put(
                "group_names",
                inventory.groups().of(host).stream().map(g -> g.key().text()).toList());
        return values;
    }

    /** What the shared layers come to is known before any host is expanded. */
    private void measure() {
        for (Inventory.Host host : inventory.hosts().values()) {
            for (Part part : shared(host)) {
                count(part.size(), host.key());
            }
        }
    }

    private void count(int size, Node.Scalar host) {
        boolean fitted = !exhausted();
        nodes += fitted ? size : 0;
        if (fitted && exhausted()) {
            into.add(InventoryProblem.describe(new InventoryProblem.ExpansionTooLarge(host.span(), host.text())));
        }
    }

    private void module(Calls.Call call, Scope outer, Merged body, Map<String, Span> usedAt) {
        usedAt.putIfAbsent(
                call.module().declaredAt().source(), call.use().module().span());
        Optional<Map<String, Object>> values = arguments.of(call, outer);
        if (values.isEmpty()) {
            return;
        }
        Scope scope = outer.with(templates.scope(values.orElseThrow()));
        call.inner().forEach(c -> module(c, scope, body, usedAt));
        Node.Mapping resources = call.module().body().resources();
        body.apply(call.layer(), call.templated() ? templates.mapping(resources, scope, into) : resources, resources);
    }

    private Merged connect(Inventory.Host host, List<Part> parts, Scope scope) {
        Merged merged = Merged.root(host.key().text(), host.key().span());
        inventory.project().connect().ifPresent(m -> merged.apply(project, templates.mapping(m, scope, into), m));
        for (Part part : parts) {
            part.body().connect().ifPresent(m -> merged.apply(part.layer(), templates.mapping(m, scope, into), m));
        }
        overrides.apply(host.key().text(), Overrides.Root.CONNECT, merged);
        merged.checkTies(host.key().text(), into);
        return merged;
    }
}
