package io.twinpath.kind.advanced;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Optional;

/**
 * One advanced setting of a host.
 *
 * @param type what the host takes for it
 * @param min the smallest number that the host takes
 * @param max the largest
 */
public record AdvancedOption(
        @Doc("A whole number or a text, as the host takes it.")
        String value,

        @FoundOnly Optional<Type> type,
        @FoundOnly Optional<Long> min,
        @FoundOnly Optional<Long> max)
        implements Desired {

    /** The types of advanced settings. */
    public enum Type {
        INTEGER,
        STRING
    }
}
