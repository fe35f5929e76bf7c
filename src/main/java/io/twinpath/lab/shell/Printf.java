package io.twinpath.lab.shell;

import java.util.List;
import java.util.Locale;

/** {@code printf}: the format is used again until the arguments are used up. */
final class Printf {

    private static final int WIDEST = 1 << 16;

    private final Call call;
    private final String format;
    private final List<String> arguments;
    private final StringBuilder out = new StringBuilder();
    private int next;
    private int status;
    private boolean stopped;

    private Printf(Call call, String format, List<String> arguments) {
        this.call = call;
        this.format = format;
        this.arguments = arguments;
    }

    static int run(Call call) {
        List<String> words = call.arguments();
        if (!words.isEmpty() && words.getFirst().equals("--")) {
            words = words.subList(1, words.size());
        }
        if (words.isEmpty()) {
            call.streams().err().write("sh: printf: usage: printf FORMAT [ARG]...\n");
            return 2;
        }
        Printf printf = new Printf(call, words.getFirst(), words.subList(1, words.size()));
        printf.rounds();
        call.out(printf.out.toString());
        return printf.status;
    }

    private void rounds() {
        int used;
        do {
            used = next;
            round();
            call.budget().check();
            call.budget().size(out.length());
        } while (!stopped && next < arguments.size() && next > used);
    }

    private void round() {
        int i = 0;
        while (i < format.length() && !stopped) {
            int percent = format.indexOf('%', i);
            int end = percent < 0 ? format.length() : percent;
            Echo.Unescaped text = Echo.unescape(format.substring(i, end), false);
            out.append(text.text());
            stopped = text.stopped();
            i = percent < 0 || stopped ? format.length() : conversion(percent + 1);
        }
    }

    private int conversion(int start) {
        if (format.startsWith("%", start)) {
            out.append('%');
            return start + 1;
        }
        int i = start;
        while (i < format.length() && "-+ #0".indexOf(format.charAt(i)) >= 0) {
            i++;
        }
        String flags = format.substring(start, i);
        int widthEnd = number(i);
        int width = i < widthEnd ? amount(format.substring(i, widthEnd)) : 0;
        int precision = -1;
        i = widthEnd;
        if (i < format.length() && format.charAt(i) == '.') {
            int end = number(i + 1);
            precision = amount(format.substring(i + 1, end));
            i = end;
        }
        if (i == format.length()) {
            return invalid(start);
        }
        return convert(format.charAt(i), new Layout(flags, width, precision)) ? i + 1 : invalid(start);
    }

    private int invalid(int start) {
        status = call.fail("%" + format.substring(start) + ": invalid format");
        stopped = true;
        return format.length();
    }

    private int number(int from) {
        int end = from;
        if (end < format.length() && format.charAt(end) == '*') {
            return end + 1;
        }
        while (end < format.length() && Lexer.isDigit(format.charAt(end))) {
            end++;
        }
        return end;
    }

    private int amount(String text) {
        String digits = text.equals("*") ? argument("0") : text;
        return Math.clamp(Builtins.number(digits).orElse(0), 0, WIDEST);
    }

    private String argument(String missing) {
        return next < arguments.size() ? arguments.get(next++) : missing;
    }

    private boolean convert(char conversion, Layout layout) {
        switch (conversion) {
            case 's' -> out.append(layout.text(argument("")));
            case 'b' -> {
                Echo.Unescaped text = Echo.unescape(argument(""), true);
                out.append(layout.text(text.text()));
                stopped = text.stopped();
            }
            case 'c' -> {
                String text = argument("");
                out.append(layout.text(text.isEmpty() ? "\0" : text.substring(0, 1)));
            }
            case 'd', 'i' -> out.append(layout.number(integer(), 10));
            case 'u' -> out.append(layout.number(Long.toUnsignedString(integer()), 10));
            case 'x' -> out.append(layout.number(Long.toHexString(integer()), 16));
            case 'X' -> out.append(layout.number(Long.toHexString(integer()).toUpperCase(Locale.ROOT), 16));
            case 'o' -> out.append(layout.number(Long.toOctalString(integer()), 8));
            default -> {
                return false;
            }
        }
        return true;
    }

    private long integer() {
        String text = argument("0").strip();
        if (!text.isEmpty() && (text.charAt(0) == '\'' || text.charAt(0) == '"')) {
            return text.length() > 1 ? text.charAt(1) : 0;
        }
        try {
            return text.isEmpty() ? 0 : Long.decode(text);
        } catch (NumberFormatException e) {
            status = call.fail("invalid number '" + text + "'");
            return 0;
        }
    }

    /** How a value is placed. */
    private record Layout(String flags, int width, int precision) {

        String text(String value) {
            return pad(precision >= 0 && precision < value.length() ? value.substring(0, precision) : value, ' ');
        }

        String number(long value, int radix) {
            String digits = Long.toString(value, radix);
            String sign = value < 0 ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
            return signed(sign, value < 0 ? digits.substring(1) : digits);
        }

        String number(String digits, int radix) {
            boolean prefixed = flags.contains("#") && !digits.equals("0");
            return signed(!prefixed ? "" : radix == 16 ? "0x" : "0", digits);
        }

        private String signed(String sign, String digits) {
            String exact = "0".repeat(Math.max(0, precision - digits.length())) + digits;
            boolean zeros = flags.contains("0") && !flags.contains("-") && precision < 0;
            int missing = width - sign.length() - exact.length();
            return zeros ? sign + "0".repeat(Math.max(0, missing)) + exact : pad(sign + exact, ' ');
        }

        private String pad(String value, char with) {
            String padding = String.valueOf(with).repeat(Math.max(0, width - value.length()));
            return flags.contains("-") ? value + padding : padding + value;
        }
    }
}
