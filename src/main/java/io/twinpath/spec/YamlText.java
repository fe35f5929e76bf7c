package io.twinpath.spec;

import io.twinpath.model.Names;
import io.twinpath.model.Value;
import io.twinpath.spec.template.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain values as YAML that reads back as the same values. The same values always give the same text. */
public final class YamlText {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_/.][A-Za-z0-9_/.()=+-]*([ :][A-Za-z0-9_/.()=+-]+)*");
    private static final Set<String> NOT_A_TEXT = Set.of("null", "Null", "NULL");

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
        if (PLAIN.matcher(text).matches() && !NOT_A_TEXT.contains(text) && !(key && text.contains(":"))) {
            return text;
        }
        return quoted(!key && Templates.holds(text) ? "{% raw %}" + text + "{% endraw %}" : text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Names.hidden(c)) {
                        quoted.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
