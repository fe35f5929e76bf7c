package io.twinpath.model.shape;

import io.twinpath.model.tree.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** From positioned text to records. Goes on after a mistake, so that all of them are told at once. */
final class Decoder {

    private final Problems problems;

    Decoder(Problems problems) {
        this.problems = problems;
    }

    <T extends Record> Optional<T> record(Shape<T> shape, Node node) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(new ShapeProblem.WrongForm(node.span(), node.form(), "a mapping"));
            return Optional.empty();
        }
        boolean good = knownOnly(shape, mapping);
        List<Object> values = new ArrayList<>();
        for (Field field : shape.fields()) {
            Optional<Object> value = field(field, mapping);
            good &= value.isPresent();
            value.ifPresent(values::add);
        }
        if (!good) {
            return Optional.empty();
        }
        try {
            return Optional.of(shape.construct(values.toArray()));
        } catch (IllegalArgumentException e) {
            problems.add(new ShapeProblem.Refused(mapping.span(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private boolean knownOnly(Shape<?> shape, Node.Mapping mapping) {
        boolean good = true;
        for (Node.Entry entry : mapping.entries()) {
            String name = entry.key().text();
            Optional<Field> field = shape.field(name);
            if (field.isEmpty()) {
                good = false;
                problems.add(new ShapeProblem.Unknown(entry.key().span(), name, known(shape)));
            } else if (field.orElseThrow().foundOnly()) {
                good = false;
                problems.add(new ShapeProblem.FoundOnlyField(entry.key().span(), name));
            }
        }
        return good;
    }

    private static List<String> known(Shape<?> shape) {
        return shape.fields().stream()
                .filter(f -> !f.foundOnly())
                .map(Field::name)
                .toList();
    }

    /** The value of one field; empty after a problem. */
    private Optional<Object> field(Field field, Node.Mapping mapping) {
        Optional<Node.Entry> entry = mapping.entry(field.name());
        if (entry.isEmpty() || field.foundOnly()) {
            if (field.required()) {
                problems.add(new ShapeProblem.Missing(
                        mapping.span(), field.name(), field.type().title()));
                return Optional.empty();
            }
            return Optional.of(nothing(field.type()));
        }
        Node node = entry.orElseThrow().value();
        if (node instanceof Node.Scalar s && s.isNull()) {
            problems.add(new ShapeProblem.Empty(
                    entry.orElseThrow().key().span(), field.name(), field.type().title()));
            return Optional.empty();
        }
        return value(field.type(), node, field.range());
    }

    private static Object nothing(Type type) {
        return switch (type) {
            case Type.Maybe m -> Optional.empty();
            case Type.ListOf l -> List.of();
            case Type.SetOf s -> Collections.unmodifiableSortedSet(new TreeSet<>());
            case Type.MapOf m -> Map.of();
            case Type.Scalar s -> throw new IllegalStateException("required: " + s);
            case Type.Choice c -> throw new IllegalStateException("required: " + c);
            case Type.Fields f -> throw new IllegalStateException("required: " + f);
        };
    }

    private Optional<Object> value(Type type, Node node, Optional<Range> range) {
        return switch (type) {
            case Type.Maybe maybe -> value(maybe.of(), node, range).map(Optional::of);
            case Type.Scalar scalar -> scalar(scalar, node, range);
            case Type.Choice choice -> choice(choice, node);
            case Type.ListOf list -> items(list.of(), node, range, false).map(List::copyOf);
            case Type.SetOf set ->
                items(set.of(), node, range, true).map(l -> Collections.unmodifiableSortedSet(new TreeSet<>(l)));
            case Type.MapOf map -> map(map.of(), node, range);
            case Type.Fields fields -> record(fields.shape(), node).map(r -> r);
        };
    }

    private Optional<Object> scalar(Type.Scalar type, Node node, Optional<Range> range) {
        if (!(node instanceof Node.Scalar scalar)) {
            problems.add(new ShapeProblem.WrongForm(node.span(), node.form(), type.title()));
            return Optional.empty();
        }
        try {
            Object value = type.codec().parse().apply(scalar.text());
            if (range.isPresent() && value instanceof Number number && outside(number, range.orElseThrow())) {
                Range r = range.orElseThrow();
                problems.add(new ShapeProblem.OutOfRange(scalar.span(), number.longValue(), r.min(), r.max()));
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (IllegalArgumentException e) {
            problems.add(new ShapeProblem.Malformed(
                    scalar.span(), scalar.text(), type.title(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static boolean outside(Number number, Range range) {
        return number.longValue() < range.min() || number.longValue() > range.max();
    }

    private Optional<Object> choice(Type.Choice type, Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            problems.add(new ShapeProblem.WrongForm(node.span(), node.form(), type.title()));
            return Optional.empty();
        }
        for (Enum<?> constant : type.type().getEnumConstants()) {
            if (Type.Choice.nameOf(constant).equals(scalar.text())) {
                return Optional.of(constant);
            }
        }
        problems.add(new ShapeProblem.NotAChoice(scalar.span(), scalar.text(), type.names()));
        return Optional.empty();
    }

    private Optional<List<Object>> items(Type of, Node node, Optional<Range> range, boolean distinct) {
        if (!(node instanceof Node.Sequence sequence)) {
            problems.add(new ShapeProblem.WrongForm(node.span(), node.form(), "a list"));
            return Optional.empty();
        }
        List<Object> items = new ArrayList<>();
        Map<Object, Node> seen = new HashMap<>();
        boolean good = true;
        for (Node item : sequence.items()) {
            Optional<Object> value = value(of, item, range);
            good &= value.isPresent();
            if (value.isPresent()) {
                Node first = seen.putIfAbsent(value.orElseThrow(), item);
                if (distinct && first != null) {
                    good = false;
                    problems.add(
                            new ShapeProblem.Repeated(item.span(), String.valueOf(value.orElseThrow()), first.span()));
                }
                items.add(value.orElseThrow());
            }
        }
        return good ? Optional.of(items) : Optional.empty();
    }

    private Optional<Object> map(Type of, Node node, Optional<Range> range) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(new ShapeProblem.WrongForm(node.span(), node.form(), "a mapping"));
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        boolean good = true;
        for (Node.Entry entry : mapping.entries()) {
            Optional<Object> value = value(of, entry.value(), range);
            good &= value.isPresent();
            value.ifPresent(v -> values.put(entry.key().text(), v));
        }
        return good ? Optional.of(Collections.unmodifiableMap(values)) : Optional.empty();
    }
}
