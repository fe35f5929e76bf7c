package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A file name pattern: {@code *}, {@code ?} and {@code […]} where they are not quoted. Matching takes no recursion. */
final class Glob {

    private static final int LONGEST = 1 << 16;

    private final List<Element> elements;

    private Glob(List<Element> elements) {
        this.elements = elements;
    }

    static Glob of(String text, BitSet quoted) {
        List<Element> elements = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = c == '[' && !quoted.get(i) ? setEnd(text, quoted, i) : -1;
            if (end > 0) {
                elements.add(CharSet.of(text, quoted, i + 1, end));
                i = end;
            } else if (quoted.get(i) || "*?".indexOf(c) < 0) {
                elements.add(new Single(c));
            } else {
                elements.add(c == '*' ? new Star() : new Any());
            }
            i++;
        }
        return new Glob(elements);
    }

    /** Whether anything in it is special. */
    static boolean isSpecial(String text, BitSet quoted) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[".indexOf(text.charAt(i)) >= 0 && !quoted.get(i)) {
                return true;
            }
        }
        return false;
    }

    boolean matches(String text) {
        if (text.length() > LONGEST && elements.contains(new Star())) {
            throw new Unwind.Limit("a pattern against more than " + LONGEST + " bytes");
        }
        int element = 0;
        int at = 0;
        int star = -1;
        int starAt = 0;
        while (at < text.length()) {
            if (element < elements.size() && elements.get(element) instanceof Star) {
                star = element++;
                starAt = at;
            } else if (element < elements.size() && elements.get(element).takes(text.charAt(at))) {
                element++;
                at++;
            } else if (star >= 0) {
                element = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (element < elements.size() && elements.get(element) instanceof Star) {
            element++;
        }
        return element == elements.size();
    }

    private static int setEnd(String text, BitSet quoted, int open) {
        int i = open + 1;
        if (i < text.length() && (text.charAt(i) == '!' || text.charAt(i) == '^')) {
            i++;
        }
        for (int first = i; i < text.length(); i++) {
            if (text.startsWith("[:", i) && text.indexOf(":]", i) > 0) {
                i = text.indexOf(":]", i) + 1;
            } else if (text.charAt(i) == ']' && i > first && !quoted.get(i)) {
                return i;
            }
        }
        return -1;
    }

    private sealed interface Element {
        boolean takes(char c);
    }

    private record Single(char wanted) implements Element {
        @Override
        public boolean takes(char c) {
            return c == wanted;
        }
    }

    private record Any() implements Element {
        @Override
        public boolean takes(char c) {
            return true;
        }
    }

    private record Star() implements Element {
        @Override
        public boolean takes(char c) {
            return false;
        }
    }

    private record CharSet(boolean negated, BitSet members) implements Element {

        static CharSet of(String text, BitSet quoted, int start, int end) {
            boolean negated = !quoted.get(start) && (text.charAt(start) == '!' || text.charAt(start) == '^');
            return new CharSet(negated, CharClass.members(text.substring(negated ? start + 1 : start, end)));
        }

        @Override
        public boolean takes(char c) {
            return members.get(c) != negated;
        }
    }
}
