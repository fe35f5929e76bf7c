package io.twinpath.kind;

import io.twinpath.model.Cidr;
import io.twinpath.model.Ip;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Ipv6Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.Portal;
import io.twinpath.model.Seconds;
import io.twinpath.model.SecretRef;
import io.twinpath.model.shape.Field;
import io.twinpath.model.shape.Shape;
import io.twinpath.model.shape.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Records made up from their shapes, and copies of them with one value changed. */
public final class Samples {

    private Samples() {}

    /**
     * A copy with one value changed.
     *
     * @param path to the value
     * @param compared whether a spec can want it and a host can tell it
     */
    record Mutation(String path, Record record, boolean compared) {}

    public static <T extends Record> T full(Class<T> type, int variant) {
        return make(
                type,
                Shape.of(type).fields().stream()
                        .map(f -> value(f.type(), variant))
                        .toArray());
    }

    static <T extends Record> List<Mutation> mutations(T record) {
        List<Mutation> mutations = new ArrayList<>();
        List<Field> fields = Shape.of(record.getClass()).fields();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            for (Changed changed : changed(field.type(), field.read(record))) {
                Object[] values = fields.stream().map(f -> f.read(record)).toArray();
                values[i] = changed.value;
                mutations.add(new Mutation(
                        field.name() + changed.path,
                        make(record.getClass(), values),
                        changed.compared && !field.foundOnly() && !field.writeOnly()));
            }
        }
        return mutations;
    }

    /** One copy per optional component, without it. */
    static <T extends Record> List<Mutation> emptied(T record) {
        List<Mutation> mutations = new ArrayList<>();
        List<Field> fields = Shape.of(record.getClass()).fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).type() instanceof Type.Maybe) {
                Object[] values = fields.stream().map(f -> f.read(record)).toArray();
                values[i] = Optional.empty();
                mutations.add(new Mutation(fields.get(i).name(), make(record.getClass(), values), false));
            }
        }
        return mutations;
    }

    private record Changed(String path, Object value, boolean compared) {}

    private static List<Changed> changed(Type type, Object value) {
        return switch (type) {
            case Type.Maybe maybe ->
                changed(maybe.of(), ((Optional<?>) value).orElseThrow()).stream()
                        .map(c -> new Changed(c.path, Optional.of(c.value), c.compared))
                        .toList();
            case Type.Fields fields ->
                mutations((Record) value).stream()
                        .map(m -> new Changed("." + m.path, m.record, m.compared))
                        .toList();
            case Type.MapOf map ->
                changed(map.of(), ((Map<?, ?>) value).values().iterator().next()).stream()
                        .map(c -> new Changed(".key" + c.path, Map.of("key", c.value), c.compared))
                        .toList();
            case Type.Scalar scalar -> List.of(new Changed("", value(scalar, 2), true));
            case Type.Choice choice -> List.of(new Changed("", value(choice, 2), true));
            case Type.ListOf list -> List.of(new Changed("", value(list, 2), true));
            case Type.SetOf set -> List.of(new Changed("", value(set, 2), true));
        };
    }

    private static Object value(Type type, int variant) {
        return switch (type) {
            case Type.Scalar scalar -> scalar(scalar.type(), variant);
            case Type.Choice choice -> choice.type().getEnumConstants()[variant - 1];
            case Type.Maybe maybe -> Optional.of(value(maybe.of(), variant));
            case Type.ListOf list -> List.of(value(list.of(), variant));
            case Type.SetOf set -> new TreeSet<>(List.of(value(set.of(), variant)));
            case Type.MapOf map -> Map.of("key", value(map.of(), variant));
            case Type.Fields fields -> full(fields.shape().type(), variant);
        };
    }

    private static Object scalar(Class<?> type, int variant) {
        Map<Class<?>, Object> samples = Map.ofEntries(
                Map.entry(String.class, "text" + variant),
                Map.entry(Boolean.class, variant == 1),
                Map.entry(Integer.class, variant),
                Map.entry(Long.class, (long) variant),
                Map.entry(Ipv4.class, Ipv4.parse("10.0.0." + variant)),
                Map.entry(Ipv6Prefix.class, Ipv6Prefix.parse("2001:db8::" + variant + "/64")),
                Map.entry(Ipv4Prefix.class, Ipv4Prefix.parse("10.0.0." + variant + "/24")),
                Map.entry(Ip.class, Ip.parse("2001:db8::" + variant)),
                Map.entry(Cidr.class, Cidr.parse("10.0." + variant + ".0/24")),
                Map.entry(Mac.class, Mac.parse("00:50:56:00:00:0" + variant)),
                Map.entry(PciId.class, PciId.parse("14e4:168" + variant)),
                Map.entry(PortRef.class, PortRef.parse("vmnic" + variant)),
                Map.entry(Portal.class, Portal.parse("10.20.0." + variant)),
                Map.entry(LocalDate.class, LocalDate.of(2027, 3, variant)),
                Map.entry(Seconds.class, new Seconds(variant)),
                Map.entry(Mebibytes.class, new Mebibytes(variant)),
                Map.entry(Megahertz.class, new Megahertz(variant)),
                Map.entry(SecretRef.class, SecretRef.parse("secret://env/NAME" + variant)));
        Object sample = samples.get(type);
        if (sample == null) {
            throw new IllegalArgumentException("no sample of " + type);
        }
        return sample;
    }

    private static <T extends Record> T make(Class<? extends T> type, Object[] values) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                            .map(java.lang.reflect.RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }
}
