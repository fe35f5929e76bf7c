package io.twinpath.plan.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A part of a JSON document that is read strictly: what is missing, of another type or unknown is told by its path.
 *
 * @param path such as {@code plan.steps[3].action}
 */
record Part(String path, JsonNode node) {

    /** Refuses fields of other names. */
    Part only(String... names) {
        Set<String> known = Set.of(names);
        if (!node.isObject()) {
            throw new MalformedException(path, "is not an object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new MalformedException(path, "has the unknown field \"" + name + "\"");
            }
        });
        return this;
    }

    boolean has(String name) {
        return node.has(name);
    }

    Part at(String name) {
        JsonNode child = node.get(name);
        if (child == null) {
            throw new MalformedException(path, "lacks the field \"" + name + "\"");
        }
        return new Part(path.isEmpty() ? name : path + "." + name, child);
    }

    String text() {
        if (!node.isTextual()) {
            throw new MalformedException(path, "is not a text");
        }
        return node.textValue();
    }

    int count() {
        if (!node.isInt() || node.intValue() < 0) {
            throw new MalformedException(path, "is not a count");
        }
        return node.intValue();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw new MalformedException(path, "is not true or false");
        }
        return node.booleanValue();
    }

    Instant instant() {
        try {
            return Instant.parse(text());
        } catch (DateTimeParseException e) {
            throw new MalformedException(path, "is not an instant");
        }
    }

    <E extends Enum<E>> E choice(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text())) {
                return constant;
            }
        }
        throw new MalformedException(path, "is none of the known words");
    }

    <T> List<T> items(Function<Part, T> read) {
        if (!node.isArray()) {
            throw new MalformedException(path, "is not a list");
        }
        List<T> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(read.apply(new Part(path + "[" + items.size() + "]", item)));
        }
        return items;
    }

    void fields(BiConsumer<String, Part> read) {
        if (!node.isObject()) {
            throw new MalformedException(path, "is not an object");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            read.accept(field.getKey(), at(field.getKey()));
        }
    }

    /** What is built from this part; the checks of the records are checks of the file. */
    <T> T checked(Function<Part, T> build) {
        try {
            return build.apply(this);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(path, "is refused: " + e.getMessage());
        }
    }
}
