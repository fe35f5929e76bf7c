package io.twinpath.model.shape;

import io.twinpath.model.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * From records to plain values.
 *
 * @param foundToo whether fields that only the host can tell are written
 */
record Encoder(boolean foundToo) {

    static final Encoder ALL = new Encoder(true);
    static final Encoder MANAGED = new Encoder(false);

    Value.Fields fields(Shape<?> shape, Record record) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Field field : shape.fields()) {
            if (foundToo || !field.foundOnly()) {
                Value value = value(field.type(), field.read(record));
                if (!(value instanceof Value.None)) {
                    values.put(field.name(), value);
                }
            }
        }
        return new Value.Fields(values);
    }

    Value value(Type type, Object value) {
        return switch (type) {
            case Type.Maybe maybe ->
                ((Optional<?>) value).map(v -> value(maybe.of(), v)).orElseGet(Value::none);
            case Type.Scalar scalar -> scalar.codec().write().apply(value);
            case Type.Choice choice -> Value.text(Type.Choice.nameOf((Enum<?>) value));
            case Type.ListOf list -> items(list.of(), (Collection<?>) value);
            case Type.SetOf set -> items(set.of(), sorted((Collection<?>) value));
            case Type.MapOf map -> map(map.of(), (Map<?, ?>) value);
            case Type.Fields fields -> fields(fields.shape(), (Record) value);
        };
    }

    /** Equal sets give equal lists, whatever class of set they are. */
    private static Collection<?> sorted(Collection<?> set) {
        return set instanceof SortedSet<?> ? set : new TreeSet<>(set);
    }

    private Value items(Type of, Collection<?> items) {
        return new Value.Items(items.stream().map(i -> value(of, i)).toList());
    }

    private Value map(Type of, Map<?, ?> map) {
        Map<String, Value> values = new LinkedHashMap<>();
        map.forEach((key, value) -> values.put((String) key, value(of, value)));
        return new Value.Fields(values);
    }
}
