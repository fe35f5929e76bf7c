package io.twinpath.spec.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters over lists and mappings, by the names that Ansible uses. */
final class CollectionFilters {

    private static final int MOST = 10_000;

    private CollectionFilters() {}

    static List<NamedFilter> all() {
        return List.of(
                new NamedFilter("combine", CollectionFilters::combine),
                new NamedFilter("dict2items", CollectionFilters::dict2items),
                new NamedFilter("items2dict", CollectionFilters::items2dict),
                new NamedFilter("ternary", CollectionFilters::ternary),
                new NamedFilter("flatten", CollectionFilters::flatten),
                new NamedFilter("zip", CollectionFilters::zip),
                new NamedFilter("min", (v, a) -> extreme(v, a, BinaryOperator.minBy(CollectionFilters::compare))),
                new NamedFilter("max", (v, a) -> extreme(v, a, BinaryOperator.maxBy(CollectionFilters::compare))),
                new NamedFilter("unique", (v, a) -> distinct(list(v, a))),
                new NamedFilter("union", (v, a) -> {
                    List<Object> both = new ArrayList<>(list(v, a));
                    both.addAll(list(a.at(0, "a second list"), a));
                    return distinct(both);
                }),
                new NamedFilter("difference", (v, a) -> kept(v, a, false)),
                new NamedFilter("intersect", (v, a) -> kept(v, a, true)));
    }

    static Set<String> names() {
        return all().stream().map(NamedFilter::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object combine(@Nullable Object value, NamedFilter.Arguments a) {
        Map<String, Object> merged = copy(value, a);
        for (Object other : a.values()) {
            merge(merged, copy(other, a), a.flag("recursive"), a);
        }
        return merged;
    }

    private static void merge(
            Map<String, Object> into, Map<String, Object> from, boolean deep, NamedFilter.Arguments a) {
        from.forEach((key, value) -> {
            if (deep && value instanceof Map<?, ?> && into.get(key) instanceof Map<?, ?> below) {
                Map<String, Object> inner = copy(below, a);
                merge(inner, copy(value, a), true, a);
                into.put(key, inner);
            } else {
                into.put(key, value);
            }
        });
    }

    private static Object dict2items(@Nullable Object value, NamedFilter.Arguments a) {
        List<Object> items = new ArrayList<>();
        copy(value, a).forEach((k, v) -> {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put(a.option("key_name", "key"), k);
            item.put(a.option("value_name", "value"), v);
            items.add(item);
        });
        return items;
    }

    private static Object items2dict(@Nullable Object value, NamedFilter.Arguments a) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Object item : list(value, a)) {
            Map<String, Object> fields = copy(item, a);
            Object key = fields.get(a.option("key_name", "key"));
            Object content = fields.get(a.option("value_name", "value"));
            if (key == null || content == null) {
                throw new FilterFault("The filter \"items2dict\" needs items with \"key\" and \"value\"");
            }
            map.put(String.valueOf(key), content);
        }
        return map;
    }

    private static @Nullable Object ternary(@Nullable Object value, NamedFilter.Arguments a) {
        if (value == null && a.has(2)) {
            return a.values().get(2);
        }
        return truth(value) ? a.at(0, "a value for true") : a.at(1, "a value for false");
    }

    static boolean truth(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean b -> b;
            case Number n -> n.doubleValue() != 0;
            case Collection<?> c -> !c.isEmpty();
            case Map<?, ?> m -> !m.isEmpty();
            case String s -> !s.isEmpty();
            default -> true;
        };
    }

    private static Object flatten(@Nullable Object value, NamedFilter.Arguments a) {
        long levels = a.has(0) ? a.whole(0, "a number of levels") : Long.parseLong(a.option("levels", "20"));
        List<Object> flat = new ArrayList<>();
        flatten(list(value, a), Math.min(levels, 20), flat);
        return flat;
    }

    private static void flatten(Collection<?> items, long levels, List<Object> into) {
        for (Object item : items) {
            if (item instanceof Collection<?> inner && levels > 0) {
                flatten(inner, levels - 1, into);
            } else if (into.size() >= MOST) {
                throw new FilterFault("A list of more than " + MOST + " items came out");
            } else {
                into.add(item);
            }
        }
    }

    private static Object zip(@Nullable Object value, NamedFilter.Arguments a) {
        List<List<Object>> columns = new ArrayList<>();
        columns.add(list(value, a));
        a.values().forEach(v -> columns.add(list(v, a)));
        int rows = columns.stream().mapToInt(List::size).min().orElse(0);
        List<Object> zipped = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int row = i;
            zipped.add(columns.stream().map(c -> c.get(row)).toList());
        }
        return zipped;
    }

    private static Object extreme(@Nullable Object value, NamedFilter.Arguments a, BinaryOperator<Object> better) {
        return list(value, a).stream()
                .reduce(better)
                .orElseThrow(() -> new FilterFault("The filter \"" + a.filter() + "\" needs a list that is not empty"));
    }

    private static int compare(Object left, Object right) {
        if (left instanceof Number l && right instanceof Number r) {
            return Comparator.comparingDouble(Number::doubleValue).compare(l, r);
        }
        if (left instanceof Number || right instanceof Number) {
            throw new FilterFault("Numbers and texts cannot be compared");
        }
        return String.valueOf(left).compareTo(String.valueOf(right));
    }

    private static List<Object> kept(@Nullable Object value, NamedFilter.Arguments a, boolean whenInOther) {
        Set<Object> other = list(a.at(0, "a second list"), a).stream()
                .map(CollectionFilters::same)
                .collect(Collectors.toSet());
        return distinct(list(value, a)).stream()
                .filter(i -> other.contains(same(i)) == whenInOther)
                .toList();
    }

    private static List<Object> distinct(List<Object> items) {
        Map<Object, Object> seen = new LinkedHashMap<>();
        items.forEach(i -> seen.putIfAbsent(same(i), i));
        return new ArrayList<>(seen.values());
    }

    /** The same number is one item, whatever its width. */
    private static Object same(Object item) {
        return item instanceof Integer i ? (Object) i.longValue() : item;
    }

    private static List<Object> list(@Nullable Object value, NamedFilter.Arguments a) {
        if (value instanceof Collection<?> items) {
            return new ArrayList<>(items);
        }
        throw new FilterFault("The filter \"" + a.filter() + "\" needs a list");
    }

    private static Map<String, Object> copy(@Nullable Object value, NamedFilter.Arguments a) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((k, v) -> copy.put(String.valueOf(k), v));
            return copy;
        }
        throw new FilterFault("The filter \"" + a.filter() + "\" needs a mapping");
    }
}
