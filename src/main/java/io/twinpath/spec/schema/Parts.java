package io.twinpath.spec.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** The pieces that all schemas are put together from. A template may stand for every value below the fixed structure. */
final class Parts {

    /** A text with a template somewhere in it. */
    static final String TEMPLATE = "\\{[{%#]";

    private Parts() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode ref(String definition) {
        return object().put("$ref", "#/definitions/" + definition);
    }

    static ObjectNode type(String... types) {
        ObjectNode schema = object();
        if (types.length == 1) {
            return schema.put("type", types[0]);
        }
        ArrayNode all = schema.putArray("type");
        for (String type : types) {
            all.add(type);
        }
        return schema;
    }

    /** Any single value where a text is expected: what YAML takes for a number is a text to a field that is one. */
    static ObjectNode text() {
        return type("string", "number", "boolean");
    }

    /** A mapping that knows its keys. */
    static ObjectNode closed(ObjectNode properties) {
        ObjectNode schema = type("object");
        schema.set("properties", properties);
        return schema.put("additionalProperties", false);
    }

    /** A mapping by names of the author's choice. */
    static ObjectNode named(ObjectNode each) {
        ObjectNode schema = type("object");
        schema.set("additionalProperties", each);
        return schema;
    }

    static ObjectNode list(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    static ObjectNode choices(Collection<String> choices) {
        ObjectNode schema = object();
        ArrayNode names = schema.putArray("enum");
        choices.forEach(names::add);
        return schema;
    }

    static ObjectNode anyOf(ObjectNode... schemas) {
        ObjectNode any = object();
        ArrayNode all = any.putArray("anyOf");
        for (ObjectNode schema : schemas) {
            all.add(schema);
        }
        return any;
    }

    /** The same, or nothing written behind the key. */
    static ObjectNode orNothing(ObjectNode schema) {
        String type = schema.path("type").asText();
        schema.putArray("type").add(type).add("null");
        return schema;
    }

    /** The same, or one template that gives it. */
    static ObjectNode orTemplate(ObjectNode schema) {
        return anyOf(schema, ref("template"));
    }

    static ObjectNode described(ObjectNode schema, String description) {
        return description.isEmpty() ? schema : schema.put("description", description);
    }

    static ObjectNode template() {
        return type("string").put("pattern", TEMPLATE).put("description", "A template, such as {{ id }}.");
    }
}
