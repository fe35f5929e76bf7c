package io.twinpath.driver.esxcli;

import io.twinpath.driver.UnreadableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records: fields indented by three blanks, with or without a line above them that names the record, a blank line between
 * two of them. A structure inside a field is indented by six more; a list of such has a line of blanks between its items.
 */
final class TextRecords {

    private static final int FIELD = 3;
    private static final int DEEPER = 6;
    private static final int DEEPEST = FIELD + 20 * DEEPER;
    private static final int MOST_FIELDS = 1_000;
    private static final int MOST_ROWS = 100_000;

    private final Lines lines;

    private TextRecords(Lines lines) {
        this.lines = lines;
    }

    static List<Row> read(Lines lines) throws UnreadableException {
        return new TextRecords(lines).records();
    }

    private List<Row> records() throws UnreadableException {
        boolean named = Lines.indent(lines.peek()) == 0;
        List<Row> rows = new ArrayList<>();
        while (lines.hasNext()) {
            if (rows.size() == MOST_ROWS) {
                throw lines.damaged("there are more records than any host has things");
            }
            if (named != (Lines.indent(lines.peek()) == 0)) {
                throw lines.damaged("only some of the records have a name");
            }
            rows.add(record(named));
            lines.skipBlank();
        }
        requireWhole(rows);
        return rows;
    }

    /** A last record with the fields of the one before it only up to some point was cut off. */
    private static void requireWhole(List<Row> rows) throws UnreadableException {
        if (rows.size() < 2) {
            return;
        }
        List<String> last = List.copyOf(rows.get(rows.size() - 1).cells().keySet());
        List<String> before = List.copyOf(rows.get(rows.size() - 2).cells().keySet());
        if (last.size() < before.size() && before.subList(0, last.size()).equals(last)) {
            throw new UnreadableException(rows.get(rows.size() - 1).source() + ": the last record ends early.");
        }
    }

    private Row record(boolean named) throws UnreadableException {
        String place = lines.place();
        String key = "";
        if (named) {
            if (Lines.indent(lines.peek(1)) != FIELD || lines.peek(1).isBlank()) {
                throw lines.damaged("fields indented by three blanks were expected below the line");
            }
            key = key(lines.next());
        }
        Row row = new Row(place, key, fields(FIELD));
        if (lines.hasNext() && !lines.peek().isBlank()) {
            throw lines.damaged("a field was expected");
        }
        return row;
    }

    /** {@code localcli} puts a colon behind the name. */
    private static String key(String line) {
        String key = line.strip();
        return key.endsWith(":") ? key.substring(0, key.length() - 1) : key;
    }

    /** The fields at one indentation, up to the first line that is none. */
    private Map<String, Row.Cell> fields(int indent) throws UnreadableException {
        Map<String, Row.Cell> fields = new LinkedHashMap<>();
        while (isFieldNext(indent)) {
            String line = lines.peek();
            int colon = colon(line);
            String name = colon < 0 ? "" : Row.normal(line.substring(indent, colon));
            if (name.isEmpty() || fields.size() == MOST_FIELDS) {
                throw lines.damaged("a field was expected");
            }
            if (fields.containsKey(name)) {
                throw lines.damaged("a field stands twice in one record");
            }
            lines.next();
            String value = line.substring(colon + 1).strip();
            boolean nested = value.isEmpty() && Lines.indent(lines.hasNext() ? lines.peek() : "") == indent + DEEPER;
            fields.put(name, nested && !lines.peek().isBlank() ? nested(indent + DEEPER) : new Row.Text(value));
        }
        return fields;
    }

    /** A field follows; a line of blanks that only closes a nested list is stepped over. */
    private boolean isFieldNext(int indent) {
        if (lines.hasNext() && lines.peek().isBlank() && lines.peek().length() == indent + DEEPER / 2) {
            if (Lines.indent(lines.peek(1)) == indent && !lines.peek(1).isBlank()) {
                lines.next();
            }
        }
        return lines.hasNext()
                && !lines.peek().isBlank()
                && Lines.indent(lines.peek()) == indent
                && lines.peek().length() > indent;
    }

    private Row.Cell nested(int indent) throws UnreadableException {
        if (indent > DEEPEST) {
            throw lines.damaged("the structure is too deep");
        }
        List<Row> rows = new ArrayList<>();
        do {
            while (lines.peek().isBlank()) {
                lines.next();
            }
            String place = lines.place();
            rows.add(new Row(place, "", fields(indent)));
        } while (lines.hasNext()
                && lines.peek().isBlank()
                && Lines.indent(lines.peekFilled()) == indent
                && rows.size() < MOST_ROWS);
        return new Row.Rows(rows);
    }

    /** The colon that ends a field's name: the first that a blank or the end of the line follows. */
    private static int colon(String line) {
        for (int i = line.indexOf(':'); i >= 0; i = line.indexOf(':', i + 1)) {
            if (i + 1 == line.length() || line.charAt(i + 1) == ' ') {
                return i;
            }
        }
        return -1;
    }
}
