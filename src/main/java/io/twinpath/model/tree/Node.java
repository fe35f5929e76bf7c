package io.twinpath.model.tree;

import io.twinpath.diag.Span;
import java.util.List;
import java.util.Optional;

/** One part of a positioned tree. Scalars are text as written: what they mean is decided by the type that reads them. */
public sealed interface Node {

    Span span();

    /** In words for messages: "a mapping", "a list", "a value". */
    String form();

    /** How many parts there are, this one included; keys do not count. */
    default int size() {
        return switch (this) {
            case Scalar s -> 1;
            case Sequence s -> 1 + s.items.stream().mapToInt(Node::size).sum();
            case Mapping m ->
                1 + m.entries.stream().mapToInt(e -> e.value.size()).sum();
        };
    }

    /**
     * A single value.
     *
     * @param text its content, unquoted
     * @param plain whether it was written without quotes; only then can it be empty in the sense of YAML's null
     */
    record Scalar(String text, boolean plain, Span span) implements Node {

        /** Whether it says "no value": nothing, {@code ~} or {@code null}, unquoted. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String form() {
            return isNull() ? "nothing" : "a value";
        }
    }

    record Sequence(List<Node> items, Span span) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String form() {
            return "a list";
        }
    }

    /** Named parts in the order of writing; keys are unique. */
    record Mapping(List<Entry> entries, Span span) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String form() {
            return "a mapping";
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(e -> e.key().text().equals(key)).findFirst();
        }

        public Optional<Node> value(String key) {
            return entry(key).map(Entry::value);
        }
    }

    record Entry(Scalar key, Node value) {}
}
