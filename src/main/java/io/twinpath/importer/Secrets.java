package io.twinpath.importer;

import io.twinpath.model.SecretRef;
import io.twinpath.model.Value;
import io.twinpath.model.shape.Field;
import io.twinpath.model.shape.Shape;
import io.twinpath.model.shape.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** References for secrets that a host keeps to itself. The secret itself is never known here. */
final class Secrets {

    private Secrets() {}

    /** The fields with a reference wherever something of the same part is said and only its secret is missing. */
    static <D extends Record & io.twinpath.model.Desired> Written<D> referenced(Written<D> written, String host) {
        Map<List<String>, Value> more = new LinkedHashMap<>();
        collect(written.kind().shape(), List.of(), written, host, more);
        return new Written<>(
                written.kind(),
                written.address(),
                written.value(),
                written.fields().plus(new Leaves(more)));
    }

    private static void collect(
            Shape<?> shape, List<String> at, Written<?> written, String host, Map<List<String>, Value> into) {
        boolean said = written.fields().byPath().keySet().stream()
                .anyMatch(p -> p.size() > at.size() && p.subList(0, at.size()).equals(at));
        for (Field field : shape.fields()) {
            Type type = field.type() instanceof Type.Maybe maybe ? maybe.of() : field.type();
            List<String> path = Leaves.then(at, field.name());
            if (type instanceof Type.Fields inner) {
                collect(inner.shape(), path, written, host, into);
            } else if (said && field.writeOnly() && secret(type)) {
                into.put(path, Value.text(reference(written.address().kind(), path, host)));
            }
        }
    }

    private static boolean secret(Type type) {
        return type instanceof Type.Scalar scalar && scalar.type() == SecretRef.class;
    }

    private static String reference(String kind, List<String> path, String host) {
        String words = kind + "_" + String.join("_", path) + "_" + host;
        return "secret://env/" + words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }
}
