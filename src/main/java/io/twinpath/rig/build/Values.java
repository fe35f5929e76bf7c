package io.twinpath.rig.build;

import io.twinpath.model.Address;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resources from one point of view, such as what was found: each with the value that it has there. */
final class Values {

    private static final String SITE = "";

    private final Map<String, Map<Class<?>, SortedMap<String, Record>>> byPlace = new HashMap<>();

    Values(Map<Address, Record> values) {
        values.forEach(this::put);
    }

    private void put(Address address, Record value) {
        byPlace.computeIfAbsent(address.host().orElse(SITE), p -> new HashMap<>())
                .computeIfAbsent(value.getClass(), c -> new TreeMap<>())
                .put(address.name(), value);
    }

    /** What a host has of a kind, by name. */
    <T extends Record> SortedMap<String, T> on(String host, Class<T> type) {
        return all(host, type);
    }

    /** What a host has once. */
    <T extends Record> Optional<T> single(String host, Class<T> type) {
        return all(host, type).values().stream().findFirst();
    }

    /** What belongs to no host, by name. */
    <T extends Record> SortedMap<String, T> inSite(Class<T> type) {
        return all(SITE, type);
    }

    private <T extends Record> SortedMap<String, T> all(String place, Class<T> type) {
        SortedMap<String, Record> found =
                byPlace.getOrDefault(place, Map.of()).getOrDefault(type, Collections.emptySortedMap());
        SortedMap<String, T> typed = new TreeMap<>();
        found.forEach((name, value) -> typed.put(name, type.cast(value)));
        return typed;
    }
}
