package io.twinpath.driver.esxcli;

import io.twinpath.driver.UnreadableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One structure that esxcli printed. Field names are compared without blanks, punctuation and case, because
 * {@code VLAN ID} in text is {@code VLANID} in xml. Unknown fields pass through; a field is missed only when asked for.
 *
 * @param source for messages: host and command, or file and line
 * @param key the line above a text record (often the object's name); empty when there is none
 * @param cells values by normalised field name
 */
public record Row(String source, String key, Map<String, Cell> cells) {

    private static final Pattern UNIT = Pattern.compile("(?<=\\d) (MiB|Bytes)$");

    private static final char MOST_ASCII = 127;

    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** A value of a field. */
    public sealed interface Cell {}

    /** A single value, trimmed; the empty text for none. */
    public record Text(String text) implements Cell {}

    /** A list of texts. In text output its items were separated by commas. */
    public record Items(List<String> items) implements Cell {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * What csv prints alike for a list of texts and for one text that ends with a comma: only who asks knows which it is.
     */
    public record Either(String text, List<String> items) implements Cell {
        public Either {
            items = List.copyOf(items);
        }
    }

    /** Nested structures. */
    public record Rows(List<Row> rows) implements Cell {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** The form in which field names are compared. */
    public static String normal(String name) {
        char[] kept = new char[name.length()];
        int length = 0;
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (c >= 'A' && c <= 'Z') {
                kept[length++] = (char) (c - 'A' + 'a');
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                kept[length++] = c;
            } else if (c > MOST_ASCII) {
                return normalOfAny(name);
            }
        }
        return new String(kept, 0, length);
    }

    /** The same for names beyond ASCII, which no release is known to have. */
    private static String normalOfAny(String name) {
        StringBuilder normal = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at = name.offsetByCodePoints(at, 1)) {
            int c = name.codePointAt(at);
            if (Character.isLetterOrDigit(c)) {
                normal.appendCodePoint(c);
            }
        }
        return normal.toString().toLowerCase(Locale.ROOT);
    }

    /** The field's text; empty when the field is not there or holds nothing. */
    public Optional<String> text(String name) {
        return switch (cells.get(normal(name))) {
            case Text t when !t.text.isEmpty() -> Optional.of(t.text);
            case Items i when i.items.size() == 1 -> Optional.of(i.items.get(0));
            case Either e -> Optional.of(e.text);
            case null, default -> Optional.empty();
        };
    }

    /** The field's text, which this release must have. */
    public String need(String name) throws UnreadableException {
        return text(name)
                .orElseThrow(() -> new UnreadableException(source + ": the field \"" + name + "\" is missing."));
    }

    /** A whole number; {@code 0x1f} is read as hexadecimal, and the unit that only text output adds is left away. */
    public Optional<Long> number(String name) throws UnreadableException {
        Optional<String> text = text(name);
        if (text.isEmpty() || text.orElseThrow().equals("N/A")) {
            return Optional.empty();
        }
        String digits = UNIT.matcher(text.orElseThrow()).replaceFirst("");
        try {
            return Optional.of(
                    digits.startsWith("0x") ? Long.parseLong(digits.substring(2), 16) : Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw new UnreadableException(
                    source + ": the field \"" + name + "\" should be a number and is \"" + digits + "\".", e);
        }
    }

    /** A yes or no, in the spellings that esxcli has: true/false, yes/no, on/off, 1/0, in any case. */
    public Optional<Boolean> flag(String name) throws UnreadableException {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.orElseThrow().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1", "enabled", "up" -> Optional.of(true);
            case "false", "no", "off", "0", "disabled", "down" -> Optional.of(false);
            default ->
                throw new UnreadableException(source + ": the field \"" + name + "\" should be true or false and is \""
                        + text.orElseThrow() + "\".");
        };
    }

    /** The items of a list field; in text output they are separated by comma and blank. */
    public List<String> items(String name) {
        return switch (cells.get(normal(name))) {
            case Items i -> i.items;
            case Either e -> e.items;
            case Text t when !t.text.isEmpty() -> split(t.text);
            case null, default -> List.of();
        };
    }

    /** The items of a list field that this release must have; it may be empty. */
    public List<String> needItems(String name) throws UnreadableException {
        if (!cells.containsKey(normal(name))) {
            throw new UnreadableException(source + ": the field \"" + name + "\" is missing.");
        }
        return items(name);
    }

    /** Nested structures of a field. */
    public List<Row> rows(String name) {
        return cells.get(normal(name)) instanceof Rows r ? r.rows : List.of();
    }

    private static List<String> split(String text) {
        List<String> items = new ArrayList<>();
        for (String item : text.split(",")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }
}
