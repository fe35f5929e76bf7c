package io.twinpath.spec.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.model.shape.Field;
import io.twinpath.model.shape.Range;
import io.twinpath.model.shape.Shape;
import io.twinpath.model.shape.Type;
import java.util.Optional;
import java.util.Set;

/** What a shape reads. */
final class ShapeSchema {

    private ShapeSchema() {}

    /** @param without fields that are given by where the resource stands */
    static ObjectNode properties(Shape<?> shape, Set<String> without) {
        ObjectNode properties = Parts.object();
        for (Field field : shape.fields()) {
            if (!field.foundOnly() && !without.contains(field.name())) {
                properties.set(field.name(), field(field));
            }
        }
        return properties;
    }

    /** A mapping of a shape that is written in one place, so that what is required can be asked for. */
    static ObjectNode whole(Shape<?> shape) {
        ObjectNode schema = Parts.closed(properties(shape, Set.of()));
        require(shape, schema);
        return schema;
    }

    static void require(Shape<?> shape, ObjectNode schema) {
        for (Field field : shape.fields()) {
            if (field.required() && !field.foundOnly()) {
                schema.withArray("required").add(field.name());
            }
        }
    }

    static ObjectNode field(Field field) {
        String more = field.forcesReplace() ? " A change removes and remakes the object." : "";
        return Parts.described(of(field.type(), field.range()), (field.doc() + more).strip());
    }

    static ObjectNode of(Type type, Optional<Range> range) {
        return switch (type) {
            case Type.Maybe maybe -> of(maybe.of(), range);
            case Type.Scalar scalar -> limited(ScalarSchema.of(scalar.type()), range);
            case Type.Choice choice -> Parts.orTemplate(Parts.choices(choice.names()));
            case Type.ListOf list -> Parts.orTemplate(Parts.list(of(list.of(), range)));
            case Type.SetOf set ->
                Parts.orTemplate(Parts.list(of(set.of(), range)).put("uniqueItems", true));
            case Type.MapOf map -> Parts.orTemplate(Parts.named(of(map.of(), range)));
            case Type.Fields fields -> Parts.orTemplate(Parts.closed(properties(fields.shape(), Set.of())));
        };
    }

    private static ObjectNode limited(ObjectNode schema, Optional<Range> range) {
        range.ifPresent(r -> schema.put("minimum", r.min()).put("maximum", r.max()));
        return schema;
    }
}
