package io.twinpath.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain value without its type: what plans, reports and fingerprints are made of. */
public sealed interface Value {

    /** Not there, or not known. */
    record None() implements Value {
        @Override
        public String toString() {
            return "(none)";
        }
    }

    record Text(String text) implements Value {
        @Override
        public String toString() {
            return text;
        }
    }

    record Whole(long number) implements Value {
        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    record Flag(boolean on) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(on);
        }
    }

    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Named values in the order of declaration. */
    record Fields(Map<String, Value> fields) implements Value {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String toString() {
            List<String> parts = new ArrayList<>();
            fields.forEach((name, value) -> parts.add(name + ": " + value));
            return "{" + String.join(", ", parts) + "}";
        }
    }

    static Value none() {
        return new None();
    }

    static Value text(String text) {
        return new Text(text);
    }
}
