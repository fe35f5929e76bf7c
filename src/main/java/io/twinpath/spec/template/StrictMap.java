package io.twinpath.spec.template;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A read-only map that reports every key that is asked for in vain. */
final class StrictMap extends AbstractMap<String, Object> {

    private final Map<String, Object> values;
    private final MissingKeys missing;

    StrictMap(Map<String, Object> values, MissingKeys missing) {
        this.values = values;
        this.missing = missing;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(values).entrySet();
    }

    @Override
    public boolean containsKey(Object key) {
        return values.containsKey(key);
    }

    @Override
    public @Nullable Object get(Object key) {
        Object value = values.get(key);
        if (value == null) {
            missing.asked(key, values.keySet());
        }
        return value;
    }
}
