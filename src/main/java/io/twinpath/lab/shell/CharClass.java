package io.twinpath.lab.shell;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** The inside of a bracket expression: characters, ranges and classes such as {@code [:digit:]}. */
final class CharClass {

    private CharClass() {}

    static BitSet members(String inside) {
        BitSet members = new BitSet(256);
        int i = 0;
        while (i < inside.length()) {
            int close = inside.startsWith("[:", i) ? inside.indexOf(":]", i) : -1;
            if (close > 0) {
                members.or(named(inside.substring(i + 2, close)));
                i = close + 2;
            } else if (i + 2 < inside.length() && inside.charAt(i + 1) == '-') {
                if (inside.charAt(i) <= inside.charAt(i + 2)) {
                    members.set(inside.charAt(i), inside.charAt(i + 2) + 1);
                }
                i += 3;
            } else {
                members.set(inside.charAt(i));
                i++;
            }
        }
        return members;
    }

    /** The members of a class, by its name without colons; none for a name that is not one. */
    static BitSet named(String name) {
        return switch (name) {
            case "digit" -> all(c -> c >= '0' && c <= '9');
            case "alpha" -> all(CharClass::isLetter);
            case "alnum" -> all(c -> isLetter(c) || (c >= '0' && c <= '9'));
            case "upper" -> all(c -> c >= 'A' && c <= 'Z');
            case "lower" -> all(c -> c >= 'a' && c <= 'z');
            case "space" -> all(c -> c == ' ' || (c >= '\t' && c <= '\r'));
            case "blank" -> all(c -> c == ' ' || c == '\t');
            case "xdigit" -> all(c -> Character.digit(c, 16) >= 0);
            case "punct" -> all(c -> c > ' ' && c < 127 && !isLetter(c) && !(c >= '0' && c <= '9'));
            case "print" -> all(c -> c >= ' ' && c < 127);
            case "graph" -> all(c -> c > ' ' && c < 127);
            case "cntrl" -> all(c -> c < ' ' || c == 127);
            default -> new BitSet();
        };
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static BitSet all(IntPredicate members) {
        BitSet set = new BitSet(256);
        for (int c = 0; c < 128; c++) {
            set.set(c, members.test(c));
        }
        return set;
    }
}
