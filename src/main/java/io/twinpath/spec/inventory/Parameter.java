package io.twinpath.spec.inventory;

import io.twinpath.model.tree.Node;
import java.util.List;
import java.util.Optional;

/**
 * One parameter of a module.
 *
 * @param key where it is declared
 * @param fallback its default; may hold templates
 * @param required whether a call has to give it: when nothing is said, exactly those without a default
 * @param choices the only allowed values; any when empty
 * @param min the smallest allowed whole number
 * @param max the largest allowed whole number
 */
public record Parameter(
        Node.Scalar key,
        ParameterType type,
        Optional<Node> fallback,
        boolean required,
        String description,
        List<String> choices,
        Optional<Long> min,
        Optional<Long> max) {

    public Parameter {
        choices = List.copyOf(choices);
    }

    public String name() {
        return key.text();
    }

    /** Why a value does not fit; empty when it does. */
    public Optional<String> objection(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(this::objection).flatMap(Optional::stream).findFirst();
        }
        if (!choices.isEmpty() && !choices.contains(String.valueOf(value))) {
            return Optional.of("the choices are " + String.join(", ", choices));
        }
        if (value instanceof Long number
                && (min.filter(m -> number < m).isPresent()
                        || max.filter(m -> number > m).isPresent())) {
            return Optional.of(
                    number + " is outside of " + min.map(String::valueOf).orElse("…") + " to "
                            + max.map(String::valueOf).orElse("…"));
        }
        return Optional.empty();
    }
}
