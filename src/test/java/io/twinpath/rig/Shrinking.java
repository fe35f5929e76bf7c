package io.twinpath.rig;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes away from a rig whatever a difference does not need, so that a person can read what is left. */
final class Shrinking {

    private Shrinking() {}

    /** Says in which way two answers about a rig differ; nothing when they do not. */
    interface Check {
        String difference(Rig rig);
    }

    static String told(Rig rig, Check check) {
        Rig small = smallest(rig, check);
        StringBuilder text = new StringBuilder("in the smallest rig: " + check.difference(small) + "\n");
        for (Object parts : parts(small)) {
            if (parts instanceof SortedMap<?, ?> map) {
                map.values().forEach(part -> text.append("  ").append(part).append('\n'));
            }
        }
        return text.toString();
    }

    private static Rig smallest(Rig rig, Check check) {
        Rig small = rig;
        for (Optional<Rig> next = Optional.of(rig); next.isPresent(); ) {
            small = next.orElseThrow();
            next = smaller(small).stream()
                    .map(Rig.class::cast)
                    .filter(r -> !check.difference(r).isEmpty())
                    .findFirst();
        }
        return small;
    }

    /** All values that lack one thing of this one; what is whole cannot be smaller. */
    private static List<Object> smaller(Object value) {
        List<Object> all = new ArrayList<>();
        if (value instanceof SortedMap<?, ?> map) {
            maps(map, all);
        } else if (value instanceof SortedSet<?> set) {
            for (Object item : set) {
                TreeSet<Object> fewer = new TreeSet<>((Collection<?>) set);
                fewer.remove(item);
                all.add(fewer);
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                List<Object> fewer = new ArrayList<>(list);
                fewer.remove(i);
                all.add(fewer);
            }
        } else if (value instanceof Optional<?> some && some.isPresent()) {
            all.add(Optional.empty());
        } else if (value instanceof Record record) {
            records(record, all);
        }
        return all;
    }

    private static void maps(SortedMap<?, ?> map, List<Object> all) {
        map.forEach((key, value) -> {
            TreeMap<Object, Object> fewer = new TreeMap<>((Map<?, ?>) map);
            fewer.remove(key);
            all.add(fewer);
            for (Object part : smaller(value)) {
                TreeMap<Object, Object> poorer = new TreeMap<>((Map<?, ?>) map);
                poorer.put(key, part);
                all.add(poorer);
            }
        });
    }

    private static void records(Record record, List<Object> all) {
        Object[] parts = parts(record);
        for (int i = 0; i < parts.length; i++) {
            for (Object part : smaller(parts[i])) {
                Object[] other = parts.clone();
                other[i] = part;
                all.add(made(record.getClass(), other));
            }
        }
    }

    private static Object[] parts(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(c -> {
                    try {
                        return c.getAccessor().invoke(record);
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray();
    }

    private static Object made(Class<?> type, Object[] parts) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
