package io.twinpath.importer;

import io.twinpath.model.Names;
import io.twinpath.model.Value;
import io.twinpath.spec.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One file as a person would write it: small mappings on one line, comments above what they are about.
 *
 * <p>Comments and templates are given by the keys that lead to them; in a list the number of the item is a key.
 */
final class Page {

    private static final int WIDTH = 110;

    private static final int LONGEST_COMMENT = 400;

    /** Keys up to this depth stand on lines of their own: the section and the host. */
    private static final int ALWAYS_BLOCK = 2;

    private final StringBuilder out = new StringBuilder();
    private final Map<List<String>, String> comments;
    private final Set<List<String>> templates;

    private Page(Map<List<String>, String> comments, Set<List<String>> templates) {
        this.comments = comments;
        this.templates = templates;
    }

    /**
     * @param head comment lines at the top, without their marks
     * @param templates which texts are meant to be templates; every other text is taken as it is
     */
    static String of(
            List<String> head, Value.Fields document, Map<List<String>, String> comments, Set<List<String>> templates) {
        Page page = new Page(comments, templates);
        head.forEach(line -> page.comment(line, 0));
        page.entries(List.of(), document, 0);
        return page.out.toString();
    }

    /** What a host said can stand in a comment; it must not end it. */
    private void comment(String text, int indent) {
        out.append("  ".repeat(indent)).append("# ");
        text.codePoints().limit(LONGEST_COMMENT).forEach(c -> out.appendCodePoint(Names.hidden(c) ? '?' : c));
        out.append('\n');
    }

    private void entries(List<String> path, Value.Fields fields, int indent) {
        fields.fields().forEach((key, value) -> {
            List<String> here = Leaves.then(path, key);
            String comment = comments.get(here);
            if (comment != null) {
                comment(comment, indent);
            }
            out.append("  ".repeat(indent)).append(YamlScalar.key(key)).append(':');
            value(here, value, indent);
        });
    }

    private void value(List<String> path, Value value, int indent) {
        String line = flow(path, value);
        boolean fits = 2 * indent + path.getLast().length() + 2 + line.length() <= WIDTH;
        if (value instanceof Value.Fields fields && !fields.fields().isEmpty() && !(fits && small(path, fields))) {
            out.append('\n');
            entries(path, fields, indent + 1);
        } else if (value instanceof Value.Items items && !items.items().isEmpty() && !(fits && single(items))) {
            out.append('\n');
            for (int i = 0; i < items.items().size(); i++) {
                item(Leaves.then(path, Integer.toString(i)), items.items().get(i), indent + 1);
            }
        } else {
            out.append(' ').append(line).append('\n');
        }
    }

    /** The hyphen takes the place of the first key's indentation. */
    private void item(List<String> path, Value item, int indent) {
        int start = out.length();
        if (item instanceof Value.Fields fields && !fields.fields().isEmpty()) {
            entries(path, fields, indent + 1);
        } else {
            out.append("  ".repeat(indent + 1)).append(flow(path, item)).append('\n');
        }
        out.replace(start + 2 * indent, start + 2 * indent + 2, "- ");
    }

    private boolean small(List<String> path, Value.Fields fields) {
        return path.size() > ALWAYS_BLOCK
                && fields.fields().values().stream().noneMatch(v -> v instanceof Value.Fields)
                && comments.keySet().stream().noneMatch(c -> c.size() > path.size() && startsWith(c, path));
    }

    private static boolean single(Value.Items items) {
        return items.items().stream().noneMatch(i -> i instanceof Value.Fields);
    }

    private static boolean startsWith(List<String> path, List<String> prefix) {
        return path.subList(0, prefix.size()).equals(prefix);
    }

    private String flow(List<String> path, Value value) {
        return switch (value) {
            case Value.Fields f -> {
                List<String> parts = new ArrayList<>();
                f.fields().forEach((k, v) -> parts.add(YamlScalar.key(k) + ": " + flow(Leaves.then(path, k), v)));
                yield "{" + String.join(", ", parts) + "}";
            }
            case Value.Items items -> {
                List<String> parts = new ArrayList<>();
                for (Value item : items.items()) {
                    parts.add(flow(Leaves.then(path, Integer.toString(parts.size())), item));
                }
                yield "[" + String.join(", ", parts) + "]";
            }
            case Value.Text t -> templates.contains(path) ? YamlScalar.template(t.text()) : YamlScalar.value(t.text());
            case Value.Whole w -> w.toString();
            case Value.Flag f -> f.toString();
            case Value.None n -> "null";
        };
    }
}
