package io.twinpath.spec.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names written as a range: {@code esxi[1:3].lain.local}, {@code esxi[01:20]}, {@code rack-[a:c]}, with an optional step. */
public final class HostRanges {

    /** More names than this come from a slip of the finger. */
    public static final int MOST = 10_000;

    private static final Pattern RANGE =
            Pattern.compile("([^\\[\\]]*)\\[([0-9]{1,6}|[a-z]|[A-Z]):([0-9]{1,6}|[a-z]|[A-Z])(?::([0-9]{1,4}))?](.*)");

    private HostRanges() {}

    /** Every name, in order; a text without brackets is itself. Throws IllegalArgumentException with the reason. */
    public static List<String> expand(String text) {
        List<String> names = new ArrayList<>();
        expand("", text, names);
        return names;
    }

    private static void expand(String head, String rest, List<String> into) {
        if (!rest.contains("[") && !rest.contains("]")) {
            if (into.size() >= MOST) {
                throw new IllegalArgumentException("It names more than " + MOST + " hosts");
            }
            into.add(head + rest);
            return;
        }
        Matcher m = RANGE.matcher(rest);
        if (!m.matches()) {
            throw new IllegalArgumentException("Brackets hold a first and a last value with a colon between");
        }
        int step = m.group(4) == null ? 1 : Integer.parseInt(m.group(4));
        for (String value : values(m.group(2), m.group(3), step)) {
            expand(head + m.group(1) + value, m.group(5), into);
        }
    }

    private static List<String> values(String first, String last, int step) {
        boolean digits = Character.isDigit(first.charAt(0));
        if (digits != Character.isDigit(last.charAt(0))
                || (!digits && Character.isUpperCase(first.charAt(0)) != Character.isUpperCase(last.charAt(0)))) {
            throw new IllegalArgumentException("Both ends are numbers, both small letters or both capitals");
        }
        int from = digits ? Integer.parseInt(first) : first.charAt(0);
        int to = digits ? Integer.parseInt(last) : last.charAt(0);
        if (from > to || step < 1) {
            throw new IllegalArgumentException("A range counts upwards, in steps of 1 or more");
        }
        if (to - from >= (long) MOST * step) {
            throw new IllegalArgumentException("It names more than " + MOST + " hosts");
        }
        boolean padded = digits && first.startsWith("0") && first.length() > 1;
        if (padded && first.length() != last.length()) {
            throw new IllegalArgumentException("With leading zeros, both ends have the same number of digits");
        }
        List<String> values = new ArrayList<>();
        for (int i = from; i <= to; i += step) {
            String plain = digits ? Integer.toString(i) : Character.toString(i);
            values.add(padded ? "0".repeat(first.length() - plain.length()) + plain : plain);
        }
        return values;
    }
}
