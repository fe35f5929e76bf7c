package io.twinpath.model;

import java.util.regex.Pattern;

/** The grammars of names. A name that does not fit is refused before it reaches a command line or a file name. */
public final class Names {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_OBJECT = 255;

    private Names() {}

    /** RFC 1123: labels of letters, digits and inner hyphens, 63 at most each, 253 in all. {@link Way#VCENTER} is no host. */
    public static boolean isHost(String name) {
        if (name.isEmpty() || name.length() > LONGEST_HOST || name.equals(Way.VCENTER)) {
            return false;
        }
        int start = 0;
        for (int end = name.indexOf('.'); end >= 0; end = name.indexOf('.', start)) {
            if (!isLabel(name, start, end)) {
                return false;
            }
            start = end + 1;
        }
        return isLabel(name, start, name.length());
    }

    /** Without a regular expression: this is asked for every address that is made. */
    private static boolean isLabel(String name, int start, int end) {
        if (start == end || end - start > LONGEST_LABEL || name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
            return false;
        }
        for (int at = start; at < end; at++) {
            char c = name.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    /** A name of the spec's own: group, module, cluster, card. */
    public static boolean isToken(String name) {
        return TOKEN.matcher(name).matches();
    }

    public static boolean isKind(String name) {
        return KIND.matcher(name).matches();
    }

    /**
     * A name that ESXi gives or takes, such as a port group's: anything printable, 1 to 255 characters. Control
     * characters and the invisible ones that reorder or hide text are refused.
     */
    public static boolean isObject(String name) {
        if (name.isEmpty() || name.length() > LONGEST_OBJECT) {
            return false;
        }
        for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
            if (hidden(name.codePointAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Control, format (zero width, bidi), line separators, unassigned halves: characters that a reader cannot see. */
    public static boolean hidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    static void requireHost(String name) {
        if (!isHost(name)) {
            throw new IllegalArgumentException("not a host name (RFC 1123): " + name);
        }
    }

    static void requireToken(String name) {
        if (!isToken(name)) {
            throw new IllegalArgumentException("not a name: " + name);
        }
    }
}
