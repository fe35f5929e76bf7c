package io.twinpath.kind;

import io.twinpath.model.Catalogue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The kinds that are known, by name.
 *
 * @param byName in the order of their names
 */
public record Kinds(SortedMap<String, Kind<?>> byName) {

    public Kinds {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /** Every kind that Twinpath has. A new one adds its line here. */
    public static Kinds standard(Catalogue catalogue) {
        return of(List.of());
    }

    public static Kinds of(List<Kind<?>> kinds) {
        SortedMap<String, Kind<?>> byName = new TreeMap<>();
        for (Kind<?> kind : kinds) {
            if (byName.put(kind.name(), kind) != null) {
                throw new IllegalArgumentException("two kinds are called " + kind.name());
            }
        }
        return new Kinds(byName);
    }

    public Optional<Kind<?>> kind(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
