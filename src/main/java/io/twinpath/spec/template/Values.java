package io.twinpath.spec.template;

import io.twinpath.diag.Span;
import io.twinpath.model.tree.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Between trees and the plain values that templates see. */
final class Values {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final int LONGEST = 64 << 10;
    private static final int MOST = 10_000;

    private Values() {}

    /** Quoted is text; unquoted whole numbers, true and false are what they look like; all else is text. */
    static Object of(Node node, MissingKeys missing) {
        return switch (node) {
            case Node.Scalar s -> s.plain() ? guess(s.text()) : s.text();
            case Node.Sequence s -> {
                List<Object> items = new ArrayList<>(s.items().size());
                s.items().forEach(i -> items.add(of(i, missing)));
                yield items;
            }
            case Node.Mapping m -> {
                Map<String, Object> values =
                        LinkedHashMap.newLinkedHashMap(m.entries().size());
                m.entries().forEach(e -> values.put(e.key().text(), of(e.value(), missing)));
                yield new StrictMap(values, missing);
            }
        };
    }

    private static Object guess(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        return WHOLE.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
    }

    /** A result as a tree, all of it at the place of the template. */
    static Node toNode(Object value, Span at) {
        return switch (value) {
            case Map<?, ?> map -> {
                List<Node.Entry> entries = new ArrayList<>();
                map.forEach((k, v) -> entries.add(new Node.Entry(new Node.Scalar(text(k), false, at), toNode(v, at))));
                yield new Node.Mapping(entries, at);
            }
            case Collection<?> items -> {
                if (items.size() > MOST) {
                    throw unusable("A list of more than " + MOST + " items came out");
                }
                yield new Node.Sequence(items.stream().map(i -> toNode(i, at)).toList(), at);
            }
            case String s -> new Node.Scalar(text(s), false, at);
            case Object o -> new Node.Scalar(text(o), true, at);
        };
    }

    /** A single value as text. */
    static String text(Object value) {
        return switch (value) {
            case String s -> {
                if (s.length() > LONGEST) {
                    throw unusable("A text of more than " + LONGEST + " characters came out");
                }
                yield s;
            }
            case Double d -> number(d);
            case Float f -> number(f.doubleValue());
            case Number n -> n.toString();
            case Boolean b -> b.toString();
            case Map<?, ?> m -> throw unusable("A mapping cannot stand inside of a text");
            case Collection<?> c -> throw unusable("A list cannot stand inside of a text; use the filter \"join\"");
            default -> throw unusable("This is not a text, a number, a list or a mapping");
        };
    }

    private static String number(double d) {
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            throw unusable("This is not a number that can be written down (a division by zero?)");
        }
        return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d);
    }

    private static TemplateFault unusable(String why) {
        return new TemplateFault("", span -> new TemplateProblem.Unusable(span, why));
    }
}
