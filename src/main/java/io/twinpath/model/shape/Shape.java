package io.twinpath.model.shape;

import io.twinpath.diag.Diagnostics;
import io.twinpath.model.Delta;
import io.twinpath.model.FieldPath;
import io.twinpath.model.PortRef;
import io.twinpath.model.Value;
import io.twinpath.model.tree.Node;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * A record class as a list of named, typed fields.
 *
 * <p>Components may be {@code String, boolean, int, long}, an enum, an address type of {@code model}, another record, and
 * {@code Optional}, {@code List}, {@code SortedSet} or {@code Map<String, …>} of these. Names are the components' in
 * {@code snake_case}.
 *
 * @param <T> the record
 */
public final class Shape<T extends Record> {

    private static final ClassValue<Shape<?>> ALL = new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // a record class is all that of() lets in
        protected Shape<?> computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final Class<T> type;
    private final List<Field> fields;
    private final Constructor<T> constructor;
    private final List<Field> perhapsWithPorts;

    private Shape(Class<T> type) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.fields = Arrays.stream(components)
                .map(c -> new Field(snakeCase(c.getName()), typeOf(c.getGenericType()), c))
                .toList();
        this.perhapsWithPorts =
                fields.stream().filter(f -> Ports.perhapsIn(f.type())).toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            this.constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor: " + type, e);
        }
    }

    /** The shape of a record class; the same object each time. */
    @SuppressWarnings("unchecked") // ALL maps a class to the shape of that class
    public static <T extends Record> Shape<T> of(Class<T> type) {
        return (Shape<T>) ALL.get(type);
    }

    public Class<T> type() {
        return type;
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Reads a record; what is wrong goes to {@code problems}, all of it, and then there is no record. */
    public Optional<T> decode(Node node, Problems problems) {
        return new Decoder(problems).record(this, node);
    }

    /** Writes a record; empty optionals are left out. */
    public Value.Fields encode(T record) {
        return Encoder.ALL.fields(this, record);
    }

    /** Writes what a spec can say of a record: {@link #encode} without what only the host can tell. */
    public Value.Fields managed(T record) {
        return Encoder.MANAGED.fields(this, record);
    }

    /** Reads back what {@link #managed} wrote; empty when the value is not of this shape. */
    public Optional<T> restore(Value value) {
        return decode(Restored.node(value), new Problems("", "", new Diagnostics()));
    }

    /** What differs where {@code desired} manages something. */
    public List<Delta> compare(T desired, T observed) {
        return Comparison.of(this, desired, observed);
    }

    /** {@code observed} with everything that {@code desired} manages put over it. */
    public T overlay(T desired, T observed) {
        return Overlay.of(this, desired, observed);
    }

    List<Field> perhapsWithPorts() {
        return perhapsWithPorts;
    }

    /** The record with every port reference replaced. */
    public T replacePorts(T record, UnaryOperator<PortRef> replacement) {
        return replacePorts(record, (at, port) -> replacement.apply(port));
    }

    /** The same where it matters in which field a reference stands; items of a list stand in the field of the list. */
    public T replacePorts(T record, BiFunction<FieldPath, PortRef, PortRef> replacement) {
        return ports(record).isEmpty() ? record : Ports.replace(this, record, replacement);
    }

    /** The path and text of every port reference in a record. */
    public Map<FieldPath, PortRef> ports(T record) {
        return perhapsWithPorts.isEmpty() ? Map.of() : Ports.of(this, record);
    }

    /** Makes a record from component values in order. A failed check of the record is an IllegalArgumentException. */
    T construct(Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("constructor of " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("constructor of " + type, e);
        }
    }

    private static Type typeOf(java.lang.reflect.Type type) {
        if (type instanceof ParameterizedType p && p.getRawType() instanceof Class<?> raw) {
            java.lang.reflect.Type[] of = p.getActualTypeArguments();
            if (raw == Optional.class) {
                return new Type.Maybe(typeOf(of[0]));
            }
            if (raw == List.class) {
                return new Type.ListOf(typeOf(of[0]));
            }
            if (raw == SortedSet.class || raw == Set.class) {
                return new Type.SetOf(typeOf(of[0]));
            }
            if (raw == Map.class && of[0] == String.class) {
                return new Type.MapOf(typeOf(of[1]));
            }
        }
        if (type instanceof Class<?> plain) {
            return typeOfClass(plain);
        }
        throw new IllegalArgumentException("a record component cannot be a " + type);
    }

    @SuppressWarnings("unchecked") // isEnum and isRecord say what the casts say
    private static Type typeOfClass(Class<?> type) {
        Optional<Codec> codec = Codec.of(type);
        if (codec.isPresent()) {
            return new Type.Scalar(codec.orElseThrow());
        }
        if (type.isEnum()) {
            return new Type.Choice((Class<? extends Enum<?>>) type);
        }
        if (type.isRecord()) {
            return new Type.Fields((Class<? extends Record>) type);
        }
        throw new IllegalArgumentException("a record component cannot be a " + type);
    }

    static String snakeCase(String camel) {
        StringBuilder snake = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                snake.append('_').append((char) (c - 'A' + 'a'));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
