package io.twinpath.model.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts what is wanted over what was found. */
final class Overlay {

    private Overlay() {}

    static <T extends Record> T of(Shape<T> shape, T desired, T observed) {
        Object[] values = new Object[shape.fields().size()];
        for (int i = 0; i < values.length; i++) {
            Field field = shape.fields().get(i);
            Object found = field.read(observed);
            values[i] = field.foundOnly() ? found : value(field.type(), field.read(desired), found);
        }
        return shape.construct(values);
    }

    private static Object value(Type type, Object desired, Object observed) {
        return switch (type) {
            case Type.Maybe maybe -> maybe(maybe.of(), (Optional<?>) desired, (Optional<?>) observed);
            case Type.Fields fields -> fields(fields.shape(), (Record) desired, (Record) observed);
            case Type.MapOf map -> map(map.of(), (Map<?, ?>) desired, (Map<?, ?>) observed);
            case Type.Scalar s -> desired;
            case Type.Choice c -> desired;
            case Type.ListOf l -> desired;
            case Type.SetOf s -> desired;
        };
    }

    private static Object maybe(Type of, Optional<?> desired, Optional<?> observed) {
        if (desired.isEmpty()) {
            return observed;
        }
        return observed.isEmpty() ? desired : Optional.of(value(of, desired.orElseThrow(), observed.orElseThrow()));
    }

    private static <T extends Record> Object fields(Shape<T> shape, Record desired, Record observed) {
        return of(shape, shape.type().cast(desired), shape.type().cast(observed));
    }

    private static Object map(Type of, Map<?, ?> desired, Map<?, ?> observed) {
        Map<Object, Object> merged = new LinkedHashMap<>(observed);
        desired.forEach((key, value) -> {
            Object found = observed.get(key);
            merged.put(key, found == null ? value : value(of, value, found));
        });
        return Collections.unmodifiableMap(merged);
    }
}
