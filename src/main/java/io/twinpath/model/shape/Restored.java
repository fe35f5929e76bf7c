package io.twinpath.model.shape;

import io.twinpath.diag.Span;
import io.twinpath.model.Value;
import io.twinpath.model.tree.Node;
import java.util.List;
import java.util.Map;

/** A plain value as the tree that it would have been written as. */
final class Restored {

    private static final Span NOWHERE = Span.of("a stored value", 1, 1, 0);

    private Restored() {}

    static Node node(Value value) {
        return switch (value) {
            case Value.None none -> scalar("");
            case Value.Text text -> scalar(text.text());
            case Value.Whole whole -> scalar(Long.toString(whole.number()));
            case Value.Flag flag -> scalar(Boolean.toString(flag.on()));
            case Value.Items items ->
                new Node.Sequence(items.items().stream().map(Restored::node).toList(), NOWHERE);
            case Value.Fields fields -> mapping(fields.fields());
        };
    }

    private static Node mapping(Map<String, Value> fields) {
        List<Node.Entry> entries = fields.entrySet().stream()
                .map(e -> new Node.Entry(scalar(e.getKey()), node(e.getValue())))
                .toList();
        return new Node.Mapping(entries, NOWHERE);
    }

    private static Node.Scalar scalar(String text) {
        return new Node.Scalar(text, false, NOWHERE);
    }
}
