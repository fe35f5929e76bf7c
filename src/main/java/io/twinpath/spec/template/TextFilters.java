package io.twinpath.spec.template;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters over texts and single values, by the names that Ansible uses. */
final class TextFilters {

    private TextFilters() {}

    static List<NamedFilter> all() {
        return List.of(
                new NamedFilter("regex_search", TextFilters::search),
                new NamedFilter("regex_replace", TextFilters::replace),
                new NamedFilter("to_json", (v, a) -> json(v)),
                new NamedFilter("mandatory", (v, a) -> {
                    if (v == null) {
                        throw new FilterFault(a.has(0) ? a.text(0, "a message") : "A mandatory value is missing");
                    }
                    return v;
                }),
                new NamedFilter("bool", TextFilters::bool),
                new NamedFilter("int", TextFilters::whole));
    }

    static Set<String> names() {
        return all().stream().map(NamedFilter::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable Object search(@Nullable Object value, NamedFilter.Arguments a) {
        return bounded(a, String.valueOf(value), m -> {
            if (!m.find()) {
                return null;
            }
            String group = a.has(1) ? a.text(1, "a group").replaceAll("\\D", "") : "0";
            int number = group.isEmpty() ? 0 : Integer.parseInt(group);
            if (number > m.groupCount()) {
                throw new FilterFault("The expression has no group " + number);
            }
            return m.group(number);
        });
    }

    private static @Nullable Object replace(@Nullable Object value, NamedFilter.Arguments a) {
        String by = a.text(1, "a replacement").replaceAll("\\\\(\\d)", "\\$$1");
        return bounded(a, String.valueOf(value), m -> m.replaceAll(by));
    }

    /** Some expressions take longer than the age of the universe on a short text; each look at a character counts. */
    private static @Nullable Object bounded(NamedFilter.Arguments a, String text, Use use) {
        try {
            return use.with(Pattern.compile(a.text(0, "a regular expression")).matcher(new Counted(text, new int[1])));
        } catch (PatternSyntaxException e) {
            throw new FilterFault("This is not a regular expression: " + e.getDescription());
        } catch (IllegalArgumentException | IndexOutOfBoundsException | StackOverflowError e) {
            throw new FilterFault("The regular expression cannot be used here");
        }
    }

    private interface Use {
        @Nullable
        Object with(Matcher matcher);
    }

    @SuppressWarnings("ArrayRecordComponent") // one counter, shared by all parts of a text
    private record Counted(CharSequence text, int[] looks) implements CharSequence {

        private static final int MOST = 1_000_000;

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST) {
                throw new FilterFault("The regular expression takes too long");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static Object bool(@Nullable Object value, NamedFilter.Arguments a) {
        String text = String.valueOf(value).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new FilterFault("\"" + value + "\" is neither true nor false");
        };
    }

    private static Object whole(@Nullable Object value, NamedFilter.Arguments a) {
        if (value instanceof Number n) {
            return n.longValue();
        }
        String text = String.valueOf(value).strip();
        if (text.matches("[+-]?[0-9]{1,18}")) {
            return Long.parseLong(text);
        }
        if (a.has(0)) {
            return a.whole(0, "a default");
        }
        throw new FilterFault("\"" + text + "\" is not a whole number");
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> m ->
                m.entrySet().stream()
                        .map(e -> quoted(String.valueOf(e.getKey())) + ": " + json(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> c -> c.stream().map(TextFilters::json).collect(Collectors.joining(", ", "[", "]"));
            case Number n -> Values.text(n);
            case Boolean b -> b.toString();
            default -> quoted(String.valueOf(value));
        };
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
