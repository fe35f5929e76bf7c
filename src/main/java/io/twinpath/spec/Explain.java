package io.twinpath.spec;

import io.twinpath.diag.Result;
import io.twinpath.diag.Span;
import io.twinpath.kind.Kind;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import io.twinpath.model.Value;
import io.twinpath.spec.inventory.InventoryProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers where a value comes from. */
public final class Explain {

    private static final String SOURCE = "the question";

    private Explain() {}

    /**
     * @param question {@code ADDRESS} or {@code ADDRESS.field}; names may hold dots, so the longest known address that it
     *     starts with is taken
     */
    public static Result<Explanation> of(Loaded loaded, String question) {
        Optional<Resource<?>> resource = loaded.spec().resources().values().stream()
                .filter(r -> isAbout(question, r.address().toString()))
                .max(Comparator.comparingInt(r -> r.address().toString().length()));
        if (resource.isEmpty()) {
            List<String> known = loaded.spec().resources().keySet().stream()
                    .map(Address::toString)
                    .toList();
            return unknown(question, "resource", question, known);
        }
        Resource<?> found = resource.orElseThrow();
        String field = question.substring(found.address().toString().length());
        return explain(loaded, found, field.isEmpty() ? "" : field.substring(1), question);
    }

    private static boolean isAbout(String question, String address) {
        return question.equals(address) || question.startsWith(address + ".");
    }

    private static Result<Explanation> explain(Loaded loaded, Resource<?> resource, String field, String question) {
        Kind<?> kind = loaded.kinds().kind(resource.address().kind()).orElseThrow();
        Map<FieldPath, Value> values = new LinkedHashMap<>();
        resource.desired().ifPresent(d -> flatten(encode(kind, d), FieldPath.ROOT, resource, values));
        List<Explanation.Field> fields = new ArrayList<>();
        values.forEach((path, value) -> {
            if (field.isEmpty()
                    || path.toString().equals(field)
                    || path.toString().startsWith(field + ".")) {
                fields.add(new Explanation.Field(path, value, resource.origins().getOrDefault(path, List.of())));
            }
        });
        if (fields.isEmpty() && !field.isEmpty()) {
            return unknown(
                    question,
                    "field",
                    field,
                    values.keySet().stream().map(FieldPath::toString).toList());
        }
        return Result.ok(new Explanation(
                resource.address(),
                kind.title(),
                resource.declaredAt(),
                resource.desired().isEmpty(),
                fields));
    }

    /** Down to what was set in one piece: lists, single values, and mappings that a template produced whole. */
    private static void flatten(Value value, FieldPath at, Resource<?> resource, Map<FieldPath, Value> into) {
        if (value instanceof Value.Fields fields && !resource.origins().containsKey(at)) {
            fields.fields().forEach((name, inner) -> flatten(inner, at.then(name), resource, into));
        } else {
            into.put(at, value);
        }
    }

    /** A desired record as plain values, by the shape of its kind. */
    static <D extends Record & Desired> Value.Fields encode(Kind<D> kind, Object desired) {
        return kind.shape().encode(kind.type().cast(desired));
    }

    private static Result<Explanation> unknown(String question, String what, String name, Collection<String> known) {
        return Result.failed(InventoryProblem.describe(new InventoryProblem.UnknownTarget(
                Span.of(SOURCE, 1, 1 + question.length() - name.length(), name.length()), what, name, known)));
    }
}
