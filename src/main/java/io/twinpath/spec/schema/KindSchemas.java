package io.twinpath.spec.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Kinds;
import io.twinpath.kind.Placement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where resources stand and what is said of each. Nothing is required of what several layers may say together. */
final class KindSchemas {

    private final Kinds kinds;

    KindSchemas(Kinds kinds) {
        this.kinds = kinds.declarable();
    }

    /** A definition for each kind, and those that they share. */
    void define(ObjectNode definitions) {
        definitions.set("template", Parts.template());
        ObjectNode exact = Parts.anyOf(Parts.type("boolean"), Parts.choices(List.of("true", "false", "report")));
        exact.withArray("anyOf").add(Parts.ref("template"));
        definitions.set(
                "exact",
                Parts.described(
                        exact,
                        "What is not declared: true deletes it, report names it in the plan, false leaves it alone."));
        kinds.byName().values().forEach(kind -> definitions.set(name(kind), resource(kind)));
    }

    /** The keys of host resources. */
    ObjectNode hostKeys() {
        return below(Placement.Level.HOST, List.of());
    }

    /** The keys of site resources at the top of a file. */
    ObjectNode siteKeys() {
        return below(Placement.Level.SITE, List.of());
    }

    static String name(Kind<?> kind) {
        return "kind." + kind.name();
    }

    private ObjectNode below(Placement.Level level, List<String> keys) {
        ObjectNode properties = Parts.object();
        for (Kind<?> kind : kinds.byName().values()) {
            Placement placement = kind.placement();
            int depth = keys.size();
            if (placement.level() == level
                    && placement.keys().size() == depth + 1
                    && placement.keys().subList(0, depth).equals(keys)) {
                properties.set(placement.keys().getLast(), place(kind));
            }
        }
        return properties;
    }

    private static ObjectNode place(Kind<?> kind) {
        if (kind.placement().form() == Placement.Form.SINGLE) {
            return Parts.ref(name(kind));
        }
        ObjectNode named = Parts.named(Parts.ref(name(kind)));
        if (kind.placement().level() == Placement.Level.HOST) {
            named.withObject("/properties").set("exact", Parts.ref("exact"));
        }
        String naming = kind.naming().isEmpty() ? "" : " The key is " + kind.naming() + ".";
        return Parts.described(
                Parts.orTemplate(Parts.orNothing(named)), "By name, each " + kind.title() + "." + naming);
    }

    /** One resource: its fields, what stands inside of it, and whether it is to be there. */
    private ObjectNode resource(Kind<?> kind) {
        Placement placement = kind.placement();
        Set<String> given = new HashSet<>();
        placement.parent().ifPresent(given::add);
        placement.own().ifPresent(given::add);
        ObjectNode properties = ShapeSchema.properties(kind.shape(), given);
        properties.setAll(below(placement.level(), placement.keys()));
        if (kind.role() == Kind.Role.MANAGED && kind.removable() && !properties.has("state")) {
            properties.set(
                    "state",
                    Parts.described(
                            Parts.orTemplate(Parts.choices(List.of("present", "absent"))),
                            "absent asks for its deletion."));
        }
        ObjectNode mapping = Parts.closed(properties);
        if (kind.role() == Kind.Role.DECLARED) {
            ShapeSchema.require(kind.shape(), mapping);
        }
        ObjectNode schema = placement
                .field()
                .flatMap(field -> kind.shape().field(field))
                .map(field -> Parts.anyOf(ShapeSchema.field(field), mapping))
                .orElseGet(() -> Parts.orTemplate(Parts.orNothing(mapping)));
        return schema.put("title", kind.title());
    }
}
