package io.twinpath.spec.template;

import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code range([first,] end [, step])}, whole numbers from first (0 unless given) up to but without end. The template
 * language's own stops at its limit without a word; this one refuses.
 */
public final class RangeFunction {

    private static final int MOST = 10_000;

    private RangeFunction() {}

    static ELFunctionDefinition definition() {
        return new ELFunctionDefinition("", "range", RangeFunction.class, "range", Object.class, Object[].class);
    }

    /** Called by the template language, which finds it by its name. */
    public static List<Long> range(Object first, Object... more) {
        if (more.length > 2) {
            throw new FilterFault("range takes one to three numbers");
        }
        long start = more.length == 0 ? 0 : number(first);
        long end = number(more.length == 0 ? first : more[0]);
        long step = more.length == 2 ? number(more[1]) : 1;
        if (step == 0) {
            throw new FilterFault("range needs a step other than 0");
        }
        List<Long> numbers = new ArrayList<>();
        for (long n = start; step > 0 ? n < end : n > end; n += step) {
            if (numbers.size() == MOST) {
                throw new FilterFault("range gives at most " + MOST + " numbers");
            }
            numbers.add(n);
        }
        return numbers;
    }

    private static long number(Object value) {
        String text = String.valueOf(value);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new FilterFault("range takes whole numbers, not \"" + text + "\"");
        }
    }
}
