package io.twinpath.review;

import io.twinpath.diag.Span;
import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * One thing that a version says.
 *
 * @param wanted something to compare by; what is equal means the same
 * @param encoded the same as plain values, which takes longer
 * @param absent whether it says that the thing must not exist
 * @param at where
 * @param origins per field who set it, winner first
 */
record Statement(
        Address address,
        Object wanted,
        Supplier<Value.Fields> encoded,
        boolean absent,
        Optional<Span> at,
        Map<FieldPath, List<Origin>> origins) {

    boolean meansTheSame(Statement other) {
        return absent == other.absent && wanted.equals(other.wanted);
    }

    /** Every single value by its path. */
    SortedMap<FieldPath, Value> values() {
        SortedMap<FieldPath, Value> values = new TreeMap<>();
        flatten(encoded.get(), FieldPath.ROOT, values);
        return values;
    }

    private static void flatten(Value value, FieldPath at, Map<FieldPath, Value> into) {
        if (value instanceof Value.Fields fields
                && (!fields.fields().isEmpty() || at.segments().isEmpty())) {
            fields.fields().forEach((name, inner) -> flatten(inner, at.then(name), into));
        } else {
            into.put(at, value);
        }
    }

    /** Who set a field, or the nearest thing around it that was set in one piece. */
    Optional<Origin> winner(FieldPath path) {
        for (int n = path.segments().size(); n >= 0; n--) {
            List<Origin> chain = origins.get(new FieldPath(path.segments().subList(0, n)));
            if (chain != null && !chain.isEmpty()) {
                return Optional.of(chain.getFirst());
            }
        }
        return Optional.empty();
    }

    /** By what the whole of it is declared: the layer of the field that is written next behind its name. */
    String layer() {
        return at.flatMap(span -> origins.values().stream()
                        .flatMap(chain -> chain.stream().limit(1))
                        .filter(o -> o.span().source().equals(span.source())
                                && o.span().compareTo(span) >= 0)
                        .min((a, b) -> a.span().compareTo(b.span())))
                .map(Origin::layer)
                .orElse("");
    }
}
