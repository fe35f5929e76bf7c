package io.twinpath.spec.template;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that a template sees, by name. Made by {@link Templates}. */
public final class Scope {

    private final Map<String, Object> values;
    private final Set<String> failed = new HashSet<>();

    /** What the engine keeps for this scope between two templates. */
    @Nullable
    Object prepared;

    Scope(Map<String, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Adds a variable. */
    public void define(String name, Object value) {
        values.put(name, value);
        prepared = null;
    }

    /** Notes that a variable has no value because of a mistake that was reported. */
    public void fail(String name) {
        failed.add(name);
    }

    boolean hasFailed(String name) {
        return failed.contains(name);
    }

    /** This scope with another one inside, whose names hide its own. */
    public Scope with(Scope inner) {
        if (inner.values.isEmpty()) {
            return this;
        }
        Scope both = new Scope(values);
        both.values.putAll(inner.values);
        both.failed.addAll(failed);
        both.failed.removeAll(inner.values.keySet());
        return both;
    }
}
