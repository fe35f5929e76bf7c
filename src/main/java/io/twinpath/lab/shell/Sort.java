package io.twinpath.lab.shell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code sort}: by the whole line or by one key, as text or as numbers. */
final class Sort {

    private static final Pattern NUMBER = Pattern.compile("[ \t]*(-?[0-9]{1,30}(\\.[0-9]{1,30})?)");
    private static final Pattern KEY =
            Pattern.compile("([0-9]{1,4})(\\.[0-9]+)?([nrb]*)(,([0-9]{1,4})(\\.[0-9]+)?([nrb]*))?");

    private Sort() {}

    static int run(Call call) {
        Optional<Flags> parsed = Flags.of(call, "nrubsf", "kt");
        if (parsed.isEmpty()) {
            return 1;
        }
        Flags flags = parsed.get();
        Matcher key = KEY.matcher(flags.value('k', "1"));
        if (!key.matches() || key.group(1).equals("0")) {
            return call.fail("bad field specification");
        }
        List<String> lines = new ArrayList<>();
        int status = TextApplets.each(call, flags.files(), (file, text) -> lines.addAll(TextApplets.lines(text)));
        String modifiers = key.group(3) + Optional.ofNullable(key.group(7)).orElse("");
        Comparator<String> order = order(flags, key, modifiers);
        boolean down = flags.has('r') || modifiers.contains("r");
        Comparator<String> directed = down ? order.reversed() : order;
        Comparator<String> last = down ? Comparator.<String>naturalOrder().reversed() : Comparator.naturalOrder();
        lines.sort(flags.has('u') || flags.has('s') ? directed : directed.thenComparing(last));
        String previous = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (i == 0 || !flags.has('u') || order.compare(previous, line) != 0) {
                call.line(line);
                previous = line;
            }
        }
        return status;
    }

    private static Comparator<String> order(Flags flags, Matcher key, String modifiers) {
        int from = Integer.parseInt(key.group(1));
        int to = Optional.ofNullable(key.group(5)).map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        boolean keyed = flags.has('k');
        String separator = flags.value('t', "");
        boolean numeric = flags.has('n') || modifiers.contains("n");
        boolean blind = flags.has('b') || modifiers.contains("b");
        Function<String, String> part = line -> {
            String text = keyed ? part(line, from, to, separator) : line;
            text = blind ? text.stripLeading() : text;
            return flags.has('f') ? text.toUpperCase(Locale.ROOT) : text;
        };
        return numeric ? Comparator.comparing(line -> number(part.apply(line))) : Comparator.comparing(part);
    }

    private static BigDecimal number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.lookingAt() ? new BigDecimal(matcher.group(1)) : BigDecimal.ZERO;
    }

    private static String part(String line, int from, int to, String separator) {
        int start = fieldStart(line, from, separator);
        int end = to == Integer.MAX_VALUE ? line.length() : fieldStart(line, to + 1, separator);
        end = !separator.isEmpty() && to != Integer.MAX_VALUE && end < line.length() ? end - 1 : end;
        return line.substring(Math.min(start, end), end);
    }

    /** Without a separator a field begins with the blanks in front of it. */
    private static int fieldStart(String line, int field, String separator) {
        int at = 0;
        for (int i = 1; i < field && at < line.length(); i++) {
            if (separator.isEmpty()) {
                while (at < line.length() && isBlank(line.charAt(at))) {
                    at++;
                }
                while (at < line.length() && !isBlank(line.charAt(at))) {
                    at++;
                }
            } else {
                int next = line.indexOf(separator.charAt(0), at);
                at = next < 0 ? line.length() : next + 1;
            }
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
