package io.twinpath.model.shape;

import io.twinpath.model.Delta;
import io.twinpath.model.FieldPath;
import io.twinpath.model.SecretRef;
import io.twinpath.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what differs, where the desired side manages something. */
final class Comparison {

    private final List<Delta> deltas = new ArrayList<>();

    private Comparison() {}

    static List<Delta> of(Shape<?> shape, Record desired, Record observed) {
        Comparison comparison = new Comparison();
        comparison.fields(shape, desired, observed, FieldPath.ROOT, false);
        return List.copyOf(comparison.deltas);
    }

    private void fields(Shape<?> shape, Record desired, Record observed, FieldPath at, boolean replace) {
        for (Field field : shape.fields()) {
            if (!field.foundOnly() && !field.writeOnly()) {
                value(
                        field.type(),
                        field.read(desired),
                        Optional.of(field.read(observed)),
                        at.then(field.name()),
                        replace || field.forcesReplace());
            }
        }
    }

    private void value(Type type, Object desired, Optional<?> observed, FieldPath at, boolean replace) {
        switch (type) {
            case Type.Maybe maybe ->
                ((Optional<?>) desired)
                        .ifPresent(d -> value(maybe.of(), d, observed.flatMap(o -> (Optional<?>) o), at, replace));
            case Type.Fields fields -> {
                if (observed.isPresent()) {
                    fields(fields.shape(), (Record) desired, (Record) observed.orElseThrow(), at, replace);
                } else {
                    plain(type, desired, observed, at, replace);
                }
            }
            case Type.MapOf map -> map(map.of(), (Map<?, ?>) desired, observed, at, replace);
            case Type.Scalar scalar -> plain(scalar, desired, observed, at, replace);
            case Type.Choice choice -> plain(choice, desired, observed, at, replace);
            case Type.ListOf list -> plain(list, desired, observed, at, replace);
            case Type.SetOf set -> plain(set, desired, observed, at, replace);
        }
    }

    private void map(Type of, Map<?, ?> desired, Optional<?> observed, FieldPath at, boolean replace) {
        Map<?, ?> found = observed.map(o -> (Map<?, ?>) o).orElseGet(Map::of);
        desired.forEach(
                (key, value) -> value(of, value, Optional.ofNullable(found.get(key)), at.then((String) key), replace));
    }

    private void plain(Type type, Object desired, Optional<?> observed, FieldPath at, boolean replace) {
        if (observed.isEmpty() || !observed.orElseThrow().equals(desired)) {
            Value before = observed.map(o -> Encoder.ALL.value(type, o)).orElseGet(Value::none);
            deltas.add(new Delta(at, before, Encoder.ALL.value(type, desired), desired instanceof SecretRef, replace));
        }
    }
}
