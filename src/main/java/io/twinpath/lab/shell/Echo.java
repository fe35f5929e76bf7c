package io.twinpath.lab.shell;

/** {@code echo}, with BusyBox's {@code -n -e -E}, and the backslash escapes that it shares with {@code printf}. */
final class Echo {

    private static final String PLAIN = "abefnrtv\\";
    private static final String MEANING = "\u0007\b\u001b\f\n\r\t\u000b\\";

    private Echo() {}

    static int run(Call call) {
        boolean newline = true;
        boolean escapes = false;
        int at = 0;
        while (at < call.arguments().size() && call.arguments().get(at).matches("-[neE]+")) {
            String word = call.arguments().get(at++);
            newline &= word.indexOf('n') < 0;
            escapes |= word.indexOf('e') >= 0;
        }
        String text =
                String.join(" ", call.arguments().subList(at, call.arguments().size()));
        if (!escapes) {
            call.out(newline ? text + "\n" : text);
            return 0;
        }
        Unescaped unescaped = unescape(text, true);
        call.out(newline && !unescaped.stopped() ? unescaped.text() + "\n" : unescaped.text());
        return 0;
    }

    /** @param stopped whether {@code \c} cut the text off */
    record Unescaped(String text, boolean stopped) {}

    /** @param zero whether an octal escape is {@code \0nnn} as well as {@code \nnn} */
    static Unescaped unescape(String text, boolean zero) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\' || i == text.length()) {
                out.append(c);
                continue;
            }
            char escape = text.charAt(i);
            if (escape == 'c') {
                return new Unescaped(out.toString(), true);
            }
            i = one(text, i, zero, out);
        }
        return new Unescaped(out.toString(), false);
    }

    /** Appends what the escape at {@code i} means and says where the text goes on. */
    private static int one(String text, int i, boolean zero, StringBuilder out) {
        char escape = text.charAt(i);
        int plain = PLAIN.indexOf(escape);
        if (plain >= 0) {
            out.append(MEANING.charAt(plain));
            return i + 1;
        }
        if (escape == 'x') {
            return digits(text, i, i + 1, 2, 16, out);
        }
        if (escape >= '0' && escape <= '7') {
            return digits(text, i, i, zero && escape == '0' ? 4 : 3, 8, out);
        }
        out.append('\\').append(escape);
        return i + 1;
    }

    private static int digits(String text, int escape, int start, int most, int radix, StringBuilder out) {
        int end = start;
        int value = 0;
        while (end < text.length() && end < start + most && Character.digit(text.charAt(end), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(end++), radix);
        }
        if (end == start) {
            out.append('\\').append(text.charAt(escape));
            return start;
        }
        out.append((char) (value & 0xff));
        return end;
    }
}
