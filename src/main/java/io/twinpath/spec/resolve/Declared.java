package io.twinpath.spec.resolve;

import io.twinpath.diag.Span;
import io.twinpath.kind.Kind;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource with its type, before references are checked.
 *
 * @param node what it was read from, to find the places of what it names
 */
record Declared<D extends Record & Desired>(
        Kind<D> kind,
        Address address,
        Optional<D> desired,
        Span declaredAt,
        Map<FieldPath, List<Origin>> origins,
        Node node) {

    /** Where a text stands inside of it; the declaration when it does not. */
    Span placeOf(String text) {
        return place(node, text).orElse(declaredAt);
    }

    private static Optional<Span> place(Node node, String text) {
        return switch (node) {
            case Node.Scalar s -> s.text().equals(text) ? Optional.of(s.span()) : Optional.empty();
            case Node.Sequence s ->
                s.items().stream().flatMap(i -> place(i, text).stream()).findFirst();
            case Node.Mapping m ->
                m.entries().stream()
                        .flatMap(e -> place(e.value(), text).stream())
                        .findFirst();
        };
    }
}
