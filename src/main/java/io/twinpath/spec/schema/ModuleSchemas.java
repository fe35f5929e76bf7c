package io.twinpath.spec.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.model.tree.Node;
import io.twinpath.spec.inventory.Inventory;
import io.twinpath.spec.inventory.Parameter;
import io.twinpath.spec.inventory.ParameterType;
import java.util.Collection;
import java.util.SortedMap;

/** What modules take, and how they are called. */
final class ModuleSchemas {

    private final SortedMap<String, Inventory.Module> modules;

    ModuleSchemas(SortedMap<String, Inventory.Module> modules) {
        this.modules = modules;
    }

    /** A definition for each module's parameters, and the list of calls. */
    void define(ObjectNode definitions) {
        modules.values().forEach(m -> definitions.set(name(m), parameters(m)));
        definitions.set("use", use());
    }

    private static String name(Inventory.Module module) {
        return "module." + module.name();
    }

    /** The mapping behind {@code with}. */
    static ObjectNode parameters(Inventory.Module module) {
        ObjectNode properties = Parts.object();
        ObjectNode schema = Parts.closed(properties).put("title", "What module " + module.name() + " takes");
        for (Parameter parameter : module.parameters().values()) {
            properties.set(parameter.name(), parameter(parameter));
            if (parameter.required()) {
                schema.withArray("required").add(parameter.name());
            }
        }
        return schema;
    }

    private static ObjectNode parameter(Parameter parameter) {
        ParameterType type = parameter.type();
        ObjectNode one = parameter.choices().isEmpty()
                ? ScalarSchema.of(type.base().type())
                : Parts.anyOf(values(type, parameter.choices()), Parts.ref("template"));
        parameter.min().ifPresent(min -> one.put("minimum", min));
        parameter.max().ifPresent(max -> one.put("maximum", max));
        ObjectNode schema = type.list() ? Parts.orTemplate(Parts.list(one)) : one;
        parameter.fallback().ifPresent(value -> schema.set("default", json(value, type)));
        return Parts.described(schema, parameter.description());
    }

    /** Choices as they are written; a number may stand quoted and not. */
    private static ObjectNode values(ParameterType type, Collection<String> choices) {
        ObjectNode schema = Parts.object();
        ArrayNode all = schema.putArray("enum");
        for (String choice : choices) {
            all.add(choice);
            JsonNode typed = scalar(choice, type);
            if (!typed.isTextual()) {
                all.add(typed);
            }
        }
        return schema;
    }

    private ObjectNode use() {
        ObjectNode module = modules.isEmpty()
                ? Parts.type("string")
                : Parts.anyOf(Parts.choices(modules.keySet()), Parts.type("string"));
        ObjectNode properties = Parts.object();
        properties.set("module", Parts.described(module, "The name of a folder below modules/."));
        properties.set("with", Parts.described(Parts.orNothing(Parts.type("object")), "The parameters of the module."));
        ObjectNode call = Parts.closed(properties);
        call.putArray("required").add("module");
        for (Inventory.Module known : modules.values()) {
            ObjectNode rule = call.withArray("allOf").addObject();
            rule.withObject("/if/properties/module").put("const", known.name());
            rule.withObject("/if").putArray("required").add("module");
            rule.withObject("/then/properties").set("with", Parts.anyOf(Parts.type("null"), Parts.ref(name(known))));
            if (known.parameters().values().stream().anyMatch(Parameter::required)) {
                rule.withObject("/then").putArray("required").add("with");
                rule.withObject("/then/properties").set("with", Parts.ref(name(known)));
            }
        }
        return Parts.described(Parts.list(call), "The modules that are brought in, each with its parameters.");
    }

    /** The definition of a parameter in {@code module.yml}. */
    static ObjectNode declaration() {
        ObjectNode properties = Parts.object();
        properties.set("type", Parts.described(Parts.choices(ParameterType.words()), "What a value has to be."));
        properties.set(
                "default", Parts.described(Parts.object(), "What it is when a call does not say; may hold templates."));
        properties.set(
                "required",
                Parts.described(
                        Parts.type("boolean"), "Whether a call has to give it; by default when there is no default."));
        properties.set("description", Parts.described(Parts.text(), "What it is for."));
        properties.set("choices", Parts.described(Parts.list(Parts.text()), "The only values that it takes."));
        properties.set("min", Parts.described(Parts.type("integer"), "The smallest whole number that it takes."));
        properties.set("max", Parts.described(Parts.type("integer"), "The largest whole number that it takes."));
        ObjectNode schema = Parts.closed(properties);
        schema.putArray("required").add("type");
        return schema;
    }

    private static JsonNode json(Node node, ParameterType type) {
        return switch (node) {
            case Node.Scalar s -> scalar(s.text(), type);
            case Node.Sequence s -> {
                ArrayNode items = JsonNodeFactory.instance.arrayNode();
                s.items().forEach(item -> items.add(json(item, type)));
                yield items;
            }
            case Node.Mapping m -> Parts.object();
        };
    }

    /** As the type reads it; a template, or what the type does not take, stays a text. */
    private static JsonNode scalar(String text, ParameterType type) {
        try {
            return switch (type.item(text)) {
                case Long number -> JsonNodeFactory.instance.numberNode(number);
                case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
                default -> JsonNodeFactory.instance.textNode(text);
            };
        } catch (IllegalArgumentException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
