package io.twinpath.kind.kernelmodule;

import io.twinpath.model.Desired;
import io.twinpath.model.shape.Doc;
import io.twinpath.model.shape.FoundOnly;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A kernel module.
 *
 * @param loaded whether it runs now
 * @param takes the names of all its parameters, empty when it was not asked for them and over the API, which does not tell
 * @param api the parameters as the API writes them, in one text under {@code options}; told by it only
 */
public record KernelModule(
        @Doc("Whether it is loaded when the host starts.") Optional<Boolean> enabled,

        @Doc("Parameters by their names, from the next start on; an empty text goes back to the module's own default.")
        Map<String, String> parameters,

        @FoundOnly Optional<Boolean> loaded,
        @FoundOnly SortedSet<String> takes,
        @FoundOnly Map<String, String> api)
        implements Desired {

    /** As everybody but the API tells it. */
    public KernelModule(
            Optional<Boolean> enabled,
            Map<String, String> parameters,
            Optional<Boolean> loaded,
            SortedSet<String> takes) {
        this(enabled, parameters, loaded, takes, Map.of());
    }
}
