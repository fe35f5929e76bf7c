package io.twinpath.importer;

import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a spec as its single values, each by the keys that lead to it, in the order of writing. Lists are single values;
 * an empty mapping stands for something that is only named.
 */
record Leaves(Map<List<String>, Value> byPath) {

    static final Leaves NONE = new Leaves(Map.of());

    Leaves {
        byPath = Collections.unmodifiableMap(new LinkedHashMap<>(byPath));
    }

    /** The leaves of a value that stands at a path. */
    static Leaves of(List<String> path, Value value) {
        Map<List<String>, Value> leaves = new LinkedHashMap<>();
        collect(path, value, leaves);
        return new Leaves(leaves);
    }

    private static void collect(List<String> path, Value value, Map<List<String>, Value> into) {
        if (value instanceof Value.Fields fields && !fields.fields().isEmpty()) {
            fields.fields().forEach((key, inner) -> collect(then(path, key), inner, into));
        } else {
            into.put(List.copyOf(path), value);
        }
    }

    static List<String> then(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }

    boolean isEmpty() {
        return byPath.isEmpty();
    }

    Optional<Value> at(String... path) {
        return Optional.ofNullable(byPath.get(List.of(path)));
    }

    boolean holds(Leaves other) {
        return other.byPath.entrySet().stream().allMatch(e -> e.getValue().equals(byPath.get(e.getKey())));
    }

    Leaves plus(Leaves other) {
        Map<List<String>, Value> both = new LinkedHashMap<>(byPath);
        both.putAll(other.byPath);
        return new Leaves(both);
    }

    Leaves minus(Leaves other) {
        Map<List<String>, Value> rest = new LinkedHashMap<>(byPath);
        rest.keySet().removeAll(other.byPath.keySet());
        return new Leaves(rest);
    }

    /** As a mapping again. */
    Value.Fields tree() {
        Map<String, Object> root = new LinkedHashMap<>();
        byPath.forEach((path, value) -> {
            Map<String, Object> at = root;
            for (String key : path.subList(0, path.size() - 1)) {
                at = inner(at, key);
            }
            if (value instanceof Value.Fields) {
                inner(at, path.getLast());
            } else {
                at.put(path.getLast(), value);
            }
        });
        return fields(root);
    }

    @SuppressWarnings("unchecked") // only this class puts maps into these trees
    private static Map<String, Object> inner(Map<String, Object> tree, String key) {
        return (Map<String, Object>) tree.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>());
    }

    private static Value.Fields fields(Map<String, Object> tree) {
        Map<String, Value> fields = new LinkedHashMap<>();
        tree.forEach((key, value) -> fields.put(key, value instanceof Value v ? v : fields(below(value))));
        return new Value.Fields(fields);
    }

    @SuppressWarnings("unchecked") // what is no value is such a map
    private static Map<String, Object> below(Object tree) {
        return (Map<String, Object>) tree;
    }
}
