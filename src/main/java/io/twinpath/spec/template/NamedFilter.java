package io.twinpath.spec.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.AdvancedFilter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter of this language under its name. */
record NamedFilter(String name, Body body) implements AdvancedFilter {

    /** What a filter does; throws FilterFault when it cannot. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(@Nullable Object value, Arguments arguments);
    }

    /** The arguments of one call. */
    record Arguments(String filter, List<Object> values, Map<String, Object> named) {

        boolean has(int index) {
            return index < values.size();
        }

        Object at(int index, String what) {
            if (!has(index)) {
                throw new FilterFault("The filter \"" + filter + "\" needs " + what);
            }
            return values.get(index);
        }

        String text(int index, String what) {
            return String.valueOf(at(index, what));
        }

        long whole(int index, String what) {
            Object value = at(index, what);
            if (value instanceof Number n) {
                return n.longValue();
            }
            if (String.valueOf(value).matches("-?[0-9]{1,18}")) {
                return Long.parseLong(String.valueOf(value));
            }
            throw new FilterFault("The filter \"" + filter + "\" needs " + what + ", a whole number");
        }

        boolean flag(String name) {
            Object value = named.get(name);
            return value != null && String.valueOf(value).equals("true");
        }

        String option(String name, String otherwise) {
            Object value = named.get(name);
            return value == null ? otherwise : String.valueOf(value);
        }
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable Object filter(
            @Nullable Object value, JinjavaInterpreter interpreter, Object[] args, Map<String, Object> kwargs) {
        return body.apply(value, new Arguments(name, java.util.Arrays.asList(args), kwargs));
    }
}
