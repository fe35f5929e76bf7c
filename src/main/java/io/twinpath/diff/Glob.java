package io.twinpath.diff;

/**
 * A name in which {@code *} stands for any characters and {@code ?} for one. Compared without going back further than to the
 * last {@code *}, so that no pattern takes longer than its length times that of the name.
 */
record Glob(String pattern) {

    static boolean isOne(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
    }

    boolean matches(String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int from = 0;
        while (at < name.length()) {
            char wanted = in < pattern.length() ? pattern.charAt(in) : '\0';
            if (in < pattern.length() && wanted == '*') {
                star = in++;
                from = at;
            } else if (in < pattern.length() && (wanted == '?' || wanted == name.charAt(at))) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }
}
