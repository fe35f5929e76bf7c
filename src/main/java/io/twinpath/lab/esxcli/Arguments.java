package io.twinpath.lab.esxcli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The options of one call, checked against its command. */
final class Arguments {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    void add(String name, String value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of an option that the command requires. */
    String text(String name) {
        return maybe(name).orElseThrow(() -> new IllegalStateException("--" + name + " is not a required option"));
    }

    Optional<String> maybe(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    String text(String name, String fallback) {
        return maybe(name).orElse(fallback);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** An option whose names are separated by commas; an empty value is an empty list. */
    Optional<List<String>> names(String name) {
        return maybe(name)
                .map(v -> List.of(v.split(",", -1)).stream()
                        .map(String::strip)
                        .filter(n -> !n.isEmpty())
                        .toList());
    }

    OptionalInt number(String name) {
        return maybe(name).map(v -> OptionalInt.of(Integer.parseInt(v))).orElse(OptionalInt.empty());
    }

    Optional<Boolean> bool(String name) {
        return maybe(name).map(Booleans::truth);
    }

    boolean bool(String name, boolean fallback) {
        return bool(name).orElse(fallback);
    }
}
