package io.twinpath.driver.esxcli;

import io.twinpath.driver.UnreadableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table: titles, a rule of dashes, rows. The dashes say where columns are, two blanks apart; cells may be empty and hold
 * blanks. The last column goes on to the end of the line, since newer releases draw its dashes only as long as its title.
 */
final class TextTable {

    private static final Pattern DASHES = Pattern.compile("-+");
    private static final Pattern RAGGED = Pattern.compile("\\S {2,}\\S");
    private static final Pattern TYPED = Pattern.compile("-?[0-9]+|true|false");
    private static final int MOST_ROWS = 100_000;

    private static final int MOST_COLUMNS = 200;

    /** From how many columns on a row always fills more than the first. */
    private static final int WIDE = 3;

    private final Lines lines;
    private final List<int[]> columns = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private TextTable(Lines lines) {
        this.lines = lines;
    }

    /** Runs of dashes, two blanks apart. Scanned by hand: a repeated group overflows the stack on a long line. */
    static boolean isRule(String line) {
        int at = 0;
        int end = line.stripTrailing().length();
        while (at < end && line.charAt(at) == '-') {
            while (at < end && line.charAt(at) == '-') {
                at++;
            }
            if (at == end) {
                return true;
            }
            if (!line.startsWith("  -", at)) {
                return false;
            }
            at += 2;
        }
        return false;
    }

    static List<Row> read(Lines lines) throws UnreadableException {
        TextTable table = new TextTable(lines);
        table.header();
        return table.rows();
    }

    private void header() throws UnreadableException {
        Matcher dashes = DASHES.matcher(lines.peek(1));
        while (dashes.find()) {
            if (columns.size() == MOST_COLUMNS) {
                throw lines.damaged("the table is wider than any that esxcli prints");
            }
            columns.add(new int[] {dashes.start(), dashes.end()});
        }
        for (String title : cells()) {
            String name = Row.normal(title);
            if (name.isEmpty() || names.contains(name)) {
                throw lines.damaged("the titles of the table do not stand over its columns");
            }
            names.add(name);
        }
        lines.next();
        lines.next();
    }

    private List<Row> rows() throws UnreadableException {
        List<Row> rows = new ArrayList<>();
        while (lines.hasNext() && !lines.peek().isBlank()) {
            if (rows.size() == MOST_ROWS) {
                throw lines.damaged("the table is longer than any host has things");
            }
            List<String> cells = cells();
            Map<String, Row.Cell> fields = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                fields.put(names.get(i), new Row.Text(cells.get(i)));
            }
            rows.add(new Row(lines.place(), "", fields));
            lines.next();
        }
        if (rows.isEmpty()) {
            throw lines.damaged("no row follows the titles; of nothing a host prints no titles either");
        }
        requireWhole(rows);
        lines.skipBlank();
        if (lines.hasNext()) {
            throw lines.damaged("the table ended and something else follows");
        }
        return rows;
    }

    /** Numbers and truth values are never left out, so a last row without them was cut off. */
    private void requireWhole(List<Row> rows) throws UnreadableException {
        Row last = rows.get(rows.size() - 1);
        for (String name : names) {
            if (last.text(name).isEmpty()
                    && rows.size() > 1
                    && rows.subList(0, rows.size() - 1).stream()
                            .allMatch(r -> r.text(name)
                                    .filter(t -> TYPED.matcher(t).matches())
                                    .isPresent())) {
                throw new UnreadableException(last.source() + ": the row ends before its column \"" + name + "\".");
            }
        }
    }

    /** The next line, cut by the columns; counted in code points, as the host pads. */
    private List<String> cells() throws UnreadableException {
        String line = lines.peek();
        int[] points = line.codePoints().toArray();
        boolean ascii = points.length == line.length() && line.chars().allMatch(c -> c < 0x80);
        if (line.indexOf('\t') >= 0) {
            throw lines.damaged("the row does not keep to the columns");
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean last = i == columns.size() - 1;
            int start = columns.get(i)[0];
            int end = last ? points.length : columns.get(i)[1];
            int next = last ? end : columns.get(i + 1)[0];
            String cell = text(points, start, end).strip();
            // Some releases pad by bytes: then everything behind a letter beyond ASCII stands too far left.
            boolean shifted = !ascii && !last && RAGGED.matcher(cell).find();
            boolean spills = !text(points, end, next).isBlank();
            if (spills || shifted || (ascii && floats(points, columns.get(i)[0], columns.get(i)[1]))) {
                throw lines.damaged("the row does not keep to the columns");
            }
            cells.add(cell);
        }
        if (columns.size() >= WIDE && cells.subList(1, cells.size()).stream().allMatch(String::isEmpty)) {
            throw lines.damaged("the row has a first cell only, as the rest of a line that was broken");
        }
        return cells;
    }

    /** A cell starts where its column does, or ends there: what does neither was moved when blanks were lost. */
    private static boolean floats(int[] points, int start, int end) {
        boolean left = start >= points.length || points[start] != ' ';
        boolean right = end > points.length || points[end - 1] != ' ';
        return !left
                && !(right && end <= points.length)
                && !text(points, start, end).isBlank();
    }

    private static String text(int[] points, int start, int end) {
        int from = Math.min(start, points.length);
        return new String(points, from, Math.max(0, Math.min(end, points.length) - from));
    }
}
