package io.twinpath.kind.advanced;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Map;
import java.util.Optional;

/**
 * One advanced setting of a host.
 *
 * @param type what the host takes for it
 * @param min the smallest number that the host takes
 * @param max the largest
 * @param api the {@code type} in which the API takes the value, exactly, and the {@code default}; told by it only
 */
public record AdvancedOption(
        @Doc("A whole number or a text, as the host takes it.")
        String value,

        @FoundOnly Optional<Type> type,
        @FoundOnly Optional<Long> min,
        @FoundOnly Optional<Long> max,
        @FoundOnly Map<String, String> api)
        implements Desired {

    /** As everybody but the API tells it. */
    public AdvancedOption(String value, Optional<Type> type, Optional<Long> min, Optional<Long> max) {
        this(value, type, min, max, Map.of());
    }

    /** The types of advanced settings. */
    public enum Type {
        INTEGER,
        STRING
    }
}
