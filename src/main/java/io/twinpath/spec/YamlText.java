package io.twinpath.spec;

import io.twinpath.model.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Plain values as YAML that reads back as the same values. The same values always give the same text. */
public final class YamlText {

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    /** A document; ends with a line break. */
    public static String of(Value.Fields document) {
        YamlText text = new YamlText();
        document.fields().forEach((key, value) -> text.entry(key, value, 0));
        return text.out.toString();
    }

    private void entry(String key, Value value, int indent) {
        out.append("  ".repeat(indent)).append(scalar(key, true)).append(':');
        below(value, indent);
    }

    private void below(Value value, int indent) {
        switch (value) {
            case Value.Fields f -> {
                if (f.fields().isEmpty()) {
                    out.append(" {}\n");
                } else {
                    out.append('\n');
                    f.fields().forEach((key, inner) -> entry(key, inner, indent + 1));
                }
            }
            case Value.Items items -> items(items.items(), indent);
            case Value.Text t -> out.append(' ').append(scalar(t.text(), false)).append('\n');
            case Value.Whole w -> out.append(' ').append(w).append('\n');
            case Value.Flag f -> out.append(' ').append(f).append('\n');
            case Value.None n -> out.append(" null\n");
        }
    }

    private void items(List<Value> items, int indent) {
        if (items.stream().noneMatch(i -> i instanceof Value.Fields || i instanceof Value.Items)) {
            out.append(items.stream().map(i -> flow(i)).collect(Collectors.joining(", ", " [", "]\n")));
            return;
        }
        out.append('\n');
        for (Value item : items) {
            out.append("  ".repeat(indent + 1)).append("- ").append(flow(item)).append('\n');
        }
    }

    private static String flow(Value value) {
        return switch (value) {
            case Value.Fields f ->
                f.fields().entrySet().stream()
                        .map(e -> scalar(e.getKey(), true) + ": " + flow(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Value.Items i -> i.items().stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
            case Value.Text t -> scalar(t.text(), false);
            case Value.Whole w -> w.toString();
            case Value.Flag f -> f.toString();
            case Value.None n -> "null";
        };
    }

    private static String scalar(String text, boolean key) {
        return key ? YamlScalar.key(text) : YamlScalar.value(text);
    }
}
