package io.twinpath.lab.soap;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A data object, or the properties of a managed one, each worked out when it is asked for.
 *
 * <p>Built by chaining, in the order in which the API describes the fields, and left alone from then on. A field that is
 * known and not set is told apart from one that the type does not have: only the latter makes a path invalid.
 */
public final class Data implements Value {

    private final String type;
    private final Map<String, Supplier<Optional<? extends Value>>> fields = new LinkedHashMap<>();
    private final Set<String> anything = new HashSet<>();

    private Data(String type) {
        this.type = type;
    }

    public static Data of(String type) {
        return new Data(type);
    }

    @Override
    public String type() {
        return type;
    }

    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    public boolean knows(String field) {
        return fields.containsKey(field);
    }

    /** What a field holds; empty when it is not set, and for one that the type does not have. */
    public Optional<? extends Value> field(String field) {
        return fields.getOrDefault(field, Optional::empty).get();
    }

    /** A field that is worked out when it is asked for. */
    public Data lazy(String field, Supplier<? extends Value> value) {
        fields.put(field, () -> Optional.of(value.get()));
        return this;
    }

    public Data maybe(String field, Supplier<Optional<? extends Value>> value) {
        fields.put(field, value);
        return this;
    }

    public Data maybe(String field, Optional<? extends Value> value) {
        fields.put(field, () -> value);
        return this;
    }

    public Data put(String field, Value value) {
        fields.put(field, () -> Optional.of(value));
        return this;
    }

    public Data text(String field, String value) {
        return put(field, Scalar.of(value));
    }

    /** A field that may hold a value of any type, and therefore says which. */
    public Data any(String field, Value value) {
        anything.add(field);
        return put(field, value);
    }

    boolean isAny(String field) {
        return anything.contains(field);
    }

    /** A text that is left out when there is none. */
    public Data filled(String field, String value) {
        return maybe(field, Optional.of(value).filter(v -> !v.isEmpty()).map(Scalar::of));
    }

    public Data number(String field, int value) {
        return put(field, Scalar.of(value));
    }

    public Data large(String field, long value) {
        return put(field, Scalar.of(value));
    }

    public Data small(String field, int value) {
        return put(field, Scalar.of("xsd:short", value));
    }

    public Data flag(String field, boolean value) {
        return put(field, Scalar.of(value));
    }

    public Data time(String field, Instant value) {
        return put(field, Scalar.of(value));
    }

    public Data texts(String field, List<String> values) {
        return put(field, Listing.texts(values));
    }

    public Data refs(String field, Stream<Ref> values) {
        return put(field, Listing.refs(values));
    }

    public Data list(String field, String element, Stream<? extends Value> values) {
        return put(field, Listing.of(element, values));
    }

    /** Fields, parted by spaces, that the type has and that are not set here. */
    public Data unset(String names) {
        for (String name : names.split(" ", -1)) {
            fields.putIfAbsent(name, Optional::empty);
        }
        return this;
    }
}
