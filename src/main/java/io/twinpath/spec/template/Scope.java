package io.twinpath.spec.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that a template sees, by name. Made by {@link Templates}. */
public final class Scope {

    private final Map<String, Object> values;

    /** What the engine keeps for this scope between two templates. */
    @Nullable
    Object prepared;

    Scope(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Map<String, Object> values() {
        return values;
    }
}
