package io.twinpath.model.shape;

import io.twinpath.model.FieldPath;
import io.twinpath.model.PortRef;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Finds and replaces references to NIC ports, wherever in a record they stand. */
final class Ports {

    private Ports() {}

    /**
     * Whether a value of this type can hold one, as far as that is seen without looking into other records. Most kinds' records cannot,
     * and need not be walked.
     */
    static boolean perhapsIn(Type type) {
        return switch (type) {
            case Type.Scalar s -> s.type() == PortRef.class;
            case Type.Choice c -> false;
            case Type.Maybe maybe -> perhapsIn(maybe.of());
            case Type.ListOf list -> perhapsIn(list.of());
            case Type.SetOf set -> perhapsIn(set.of());
            case Type.MapOf map -> perhapsIn(map.of());
            case Type.Fields fields -> true;
        };
    }

    static <T extends Record> T replace(Shape<T> shape, T record, BiFunction<FieldPath, PortRef, PortRef> by) {
        return replace(shape, record, FieldPath.ROOT, by);
    }

    private static <T extends Record> T replace(
            Shape<T> shape, T record, FieldPath at, BiFunction<FieldPath, PortRef, PortRef> by) {
        Object[] values = shape.fields().stream()
                .map(f -> replaced(f.type(), f.read(record), at.then(f.name()), by))
                .toArray();
        return shape.construct(values);
    }

    private static Object replaced(Type type, Object value, FieldPath at, BiFunction<FieldPath, PortRef, PortRef> by) {
        return switch (type) {
            case Type.Scalar s -> value instanceof PortRef port ? by.apply(at, port) : value;
            case Type.Choice c -> value;
            case Type.Maybe maybe -> ((Optional<?>) value).map(v -> replaced(maybe.of(), v, at, by));
            case Type.ListOf list ->
                ((List<?>) value)
                        .stream().map(v -> replaced(list.of(), v, at, by)).toList();
            case Type.SetOf set -> {
                TreeSet<Object> items = new TreeSet<>();
                ((Collection<?>) value).forEach(v -> items.add(replaced(set.of(), v, at, by)));
                yield Collections.unmodifiableSortedSet(items);
            }
            case Type.MapOf map -> {
                Map<Object, Object> values = new LinkedHashMap<>();
                ((Map<?, ?>) value).forEach((k, v) -> values.put(k, replaced(map.of(), v, at.then((String) k), by)));
                yield Collections.unmodifiableMap(values);
            }
            case Type.Fields fields -> replaceIn(fields.shape(), (Record) value, at, by);
        };
    }

    private static <T extends Record> T replaceIn(
            Shape<T> shape, Record record, FieldPath at, BiFunction<FieldPath, PortRef, PortRef> by) {
        return replace(shape, shape.type().cast(record), at, by);
    }

    static Map<FieldPath, PortRef> of(Shape<?> shape, Record record) {
        Map<FieldPath, PortRef> found = new TreeMap<>();
        shape.perhapsWithPorts().forEach(f -> collect(f.type(), f.read(record), FieldPath.ROOT.then(f.name()), found));
        return Collections.unmodifiableMap(found);
    }

    private static void collect(Type type, Object value, FieldPath at, Map<FieldPath, PortRef> into) {
        switch (type) {
            case Type.Scalar s -> {
                if (value instanceof PortRef port) {
                    into.put(at, port);
                }
            }
            case Type.Choice c -> {}
            case Type.Maybe maybe -> ((Optional<?>) value).ifPresent(v -> collect(maybe.of(), v, at, into));
            case Type.ListOf list -> each(list.of(), (Collection<?>) value, at, into);
            case Type.SetOf set -> each(set.of(), (Collection<?>) value, at, into);
            case Type.MapOf map ->
                ((Map<?, ?>) value).forEach((k, v) -> collect(map.of(), v, at.then((String) k), into));
            case Type.Fields fields ->
                fields.shape()
                        .perhapsWithPorts()
                        .forEach(f -> collect(f.type(), f.read((Record) value), at.then(f.name()), into));
        }
    }

    private static void each(Type of, Collection<?> values, FieldPath at, Map<FieldPath, PortRef> into) {
        int index = 0;
        for (Object value : values) {
            collect(of, value, at.then(Integer.toString(index++)), into);
        }
    }
}
