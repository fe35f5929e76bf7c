package io.twinpath.graph;

import java.util.Comparator;

/** How names are put in order and made short. */
final class Names {

    private static final int LONG_DEVICE = 20;
    private static final int TAIL = 8;

    private Names() {}

    /** {@code vmnic2} before {@code vmnic10}: runs of digits count as numbers. */
    static final Comparator<String> NATURAL = Names::compare;

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (digit(a.charAt(i)) && digit(b.charAt(j))) {
                int endA = run(a, i);
                int endB = run(b, j);
                String left = a.substring(i, endA).replaceFirst("^0+(?=.)", "");
                String right = b.substring(j, endB).replaceFirst("^0+(?=.)", "");
                int by = left.length() != right.length() ? left.length() - right.length() : left.compareTo(right);
                if (by != 0) {
                    return by;
                }
                i = endA;
                j = endB;
            } else if (a.charAt(i) != b.charAt(j)) {
                return a.charAt(i) - b.charAt(j);
            } else {
                i++;
                j++;
            }
        }
        int rest = (a.length() - i) - (b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int run(String text, int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A device by the end of its name, where two of them differ. */
    static String device(String device) {
        return device.length() <= LONG_DEVICE ? device : "…" + device.substring(device.length() - TAIL);
    }

    /** A path without the name of its adapter, which all paths of a host share. */
    static String path(String path) {
        int at = path.indexOf(":C");
        return at > 0 && path.startsWith("vmhba") ? path.substring(at + 1) : path;
    }
}
