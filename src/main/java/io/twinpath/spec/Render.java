package io.twinpath.spec;

import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Access;
import io.twinpath.model.ApiAccess;
import io.twinpath.model.Exact;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.Resource;
import io.twinpath.model.Spec;
import io.twinpath.model.Value;
import io.twinpath.model.shape.Field;
import io.twinpath.model.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the expanded spec: what every host gets, with groups, modules and templates worked in. What comes out is an inventory
 * that gives the same resources again. Secrets stay references.
 */
public final class Render {

    private final Loaded loaded;

    private Render(Loaded loaded) {
        this.loaded = loaded;
    }

    /** Everything. */
    public static String yaml(Loaded loaded) {
        return yaml(loaded, loaded.spec().hosts().keySet());
    }

    /** The site and these hosts. */
    public static String yaml(Loaded loaded, Set<String> hosts) {
        return YamlText.of(new Render(loaded).document(hosts));
    }

    private Value.Fields document(Set<String> hosts) {
        Map<String, Value> top = new LinkedHashMap<>();
        top.put("project", project());
        Map<String, Value> hostFields = new LinkedHashMap<>();
        hosts.stream().sorted().forEach(h -> hostFields.put(h, host(h)));
        top.put("hosts", new Value.Fields(hostFields));
        top.put("groups", groups(hosts));
        Map<String, Map<String, Value>> site = new LinkedHashMap<>();
        for (Resource<?> resource : loaded.spec().resources().values()) {
            Kind<?> kind = kind(resource);
            if (kind.placement().level() == Placement.Level.SITE) {
                site.computeIfAbsent(kind.placement().keys().getFirst(), k -> new LinkedHashMap<>())
                        .put(resource.address().name(), fields(kind, resource));
            }
        }
        site.forEach((key, objects) -> top.put(key, new Value.Fields(objects)));
        return new Value.Fields(top);
    }

    private Value project() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("name", Value.text(loaded.spec().project().name()));
        Map<String, Value> connect = new LinkedHashMap<>();
        Spec.Project project = loaded.spec().project();
        project.lab().ifPresent(lab -> connect.put("lab", Value.text(lab)));
        project.vcenter()
                .ifPresent(api -> connect.put("api", Shape.of(ApiAccess.class).encode(api)));
        if (!connect.isEmpty()) {
            fields.put("connect", new Value.Fields(connect));
        }
        return new Value.Fields(fields);
    }

    private Value groups(Set<String> hosts) {
        Map<String, Value> groups = new LinkedHashMap<>();
        loaded.spec().groups().forEach((name, members) -> {
            List<Value> names =
                    members.stream().filter(hosts::contains).map(Value::text).toList();
            groups.put(name, new Value.Fields(Map.of("hosts", new Value.Items(names))));
        });
        return new Value.Fields(groups);
    }

    private Value host(String host) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Value.Fields vars = loaded.vars().get(host);
        if (vars != null && !vars.fields().isEmpty()) {
            tree.put("vars", vars);
        }
        Access access = loaded.spec().hosts().get(host);
        if (access != null && !access.equals(Access.unspecified())) {
            tree.put("connect", Shape.of(Access.class).encode(access));
        }
        loaded.spec().exact().stream().filter(e -> e.host().equals(host)).forEach(e -> place(e, tree));
        loaded.spec().onHost(host).forEach(r -> place(r, tree));
        return value(tree);
    }

    private void place(Exact exact, Map<String, Object> tree) {
        List<String> keys =
                loaded.kinds().kind(exact.kind()).orElseThrow().placement().keys();
        Map<String, Object> at = inner(tree, keys.getFirst());
        if (exact.parent().isPresent()) {
            at = inner(inner(at, exact.parent().orElseThrow()), keys.getLast());
        }
        at.put("exact", Value.text(exact.mode() == Exact.Mode.DELETE ? "true" : "report"));
    }

    private void place(Resource<?> resource, Map<String, Object> tree) {
        Kind<?> kind = kind(resource);
        Placement placement = kind.placement();
        Value fields = fields(kind, resource);
        Map<String, Object> at = inner(tree, placement.keys().getFirst());
        switch (placement.form()) {
            case SINGLE -> ((Value.Fields) fields).fields().forEach(at::put);
            case BARE, NAMED -> {
                if (placement.keys().size() > 1) {
                    at = placement.outer() == Placement.Form.SINGLE ? at : inner(at, parent(kind, resource));
                    at = inner(at, placement.keys().getLast());
                }
                String name = resource.address().name();
                if (fields instanceof Value.Fields f) {
                    inner(at, name).putAll(f.fields());
                } else {
                    at.put(name, fields);
                }
            }
        }
    }

    /** The name of the resource that this one stands under. */
    private static String parent(Kind<?> kind, Resource<?> resource) {
        List<Origin> origins =
                resource.origins().get(FieldPath.of(kind.placement().parent().orElse("")));
        return origins == null ? "" : origins.getFirst().written();
    }

    private static Value fields(Kind<?> kind, Resource<?> resource) {
        if (resource.desired().isEmpty()) {
            return new Value.Fields(Map.of("state", Value.text("absent")));
        }
        Map<String, Value> fields = new LinkedHashMap<>(
                Explain.encode(kind, resource.desired().orElseThrow()).fields());
        kind.placement().parent().ifPresent(fields::remove);
        kind.placement().own().ifPresent(fields::remove);
        fields.values().removeIf(v -> v instanceof Value.Fields f && f.fields().isEmpty());
        kind.shape().fields().stream().filter(Field::foundOnly).forEach(f -> fields.remove(f.name()));
        String bare = kind.placement().field().orElse("");
        Value only = fields.get(bare);
        return only != null ? only : new Value.Fields(fields);
    }

    @SuppressWarnings("unchecked") // only this class puts maps into these trees
    private static Map<String, Object> inner(Map<String, Object> tree, String key) {
        return (Map<String, Object>) tree.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>());
    }

    private static Value value(Object node) {
        if (node instanceof Value value) {
            return value;
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        ((Map<?, ?>) node).forEach((k, v) -> fields.put((String) k, value(v)));
        return new Value.Fields(fields);
    }

    private Kind<?> kind(Resource<?> resource) {
        return loaded.kinds().kind(resource.address().kind()).orElseThrow();
    }
}
