package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The csv formatter: a line of field names and one line for each structure, every cell with a comma behind it, the last one
 * too, which shows that a line is whole. A list is one quoted cell of such cells. Line ends inside a value are {@code \n}.
 */
final class CsvOutput {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9 ]*");
    private static final Pattern CAPITAL = Pattern.compile("[A-Z].*");
    private static final int MOST_CELLS = 1_000;
    private static final int MOST_ROWS = 100_000;

    private final Lines lines;

    private CsvOutput(Lines lines) {
        this.lines = lines;
    }

    static List<Row> rows(Reply reply) throws UnreadableException {
        Lines lines = new Lines(reply);
        lines.skipBlank();
        return lines.hasNext() ? new CsvOutput(lines).rows() : List.of();
    }

    static String scalar(Reply reply) throws UnreadableException {
        Lines lines = new Lines(reply);
        lines.skipBlank();
        if (lines.hasNext()) {
            String line = lines.peek().strip();
            List<Row.Cell> cells = new CsvOutput(lines).cells(line.endsWith(",") ? line : line + ",");
            lines.next();
            lines.skipBlank();
            if (!lines.hasNext() && cells.size() == 1 && cells.get(0) instanceof Row.Text text) {
                return text.text();
            }
        }
        throw new UnreadableException(reply.source() + ": one bare value was expected.");
    }

    private List<Row> rows() throws UnreadableException {
        List<String> names = names();
        lines.next();
        List<Row> rows = new ArrayList<>();
        while (lines.hasNext() && !lines.peek().isBlank()) {
            if (rows.size() == MOST_ROWS) {
                throw lines.damaged("there are more rows than any host has things");
            }
            rows.add(row(names));
            lines.next();
        }
        lines.skipBlank();
        if (lines.hasNext()) {
            throw lines.damaged("the rows ended and something else follows");
        }
        if (rows.isEmpty()) {
            throw lines.damaged("no row follows the field names; of nothing a host prints no names either");
        }
        return rows;
    }

    private Row row(List<String> names) throws UnreadableException {
        List<Row.Cell> cells = cells(lines.peek().stripTrailing());
        if (cells.size() != names.size()) {
            throw lines.damaged("the row has " + cells.size() + " cells for " + names.size() + " field names");
        }
        Map<String, Row.Cell> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            fields.put(names.get(i), cells.get(i));
        }
        return new Row(lines.place(), "", fields);
    }

    private List<String> names() throws UnreadableException {
        List<String> names = new ArrayList<>();
        boolean capital = false;
        for (Row.Cell cell : cells(lines.peek().stripTrailing())) {
            String name = cell instanceof Row.Text text ? text.text() : "";
            if (!NAME.matcher(name).matches() || names.contains(Row.normal(name))) {
                throw lines.damaged("a line of field names was expected");
            }
            capital |= CAPITAL.matcher(name).matches();
            names.add(Row.normal(name));
        }
        if (!capital) {
            throw lines.damaged("a line of field names was expected");
        }
        return names;
    }

    private List<Row.Cell> cells(String line) throws UnreadableException {
        List<Row.Cell> cells = new ArrayList<>();
        Cut cut = new Cut(line);
        while (cut.at < line.length()) {
            boolean quoted = line.charAt(cut.at) == '"';
            String text = cut.next().orElseThrow(() -> lines.damaged("a cell is not closed by quote and comma"));
            if (cells.size() == MOST_CELLS) {
                throw lines.damaged("the line has more cells than esxcli prints");
            }
            cells.add(quoted && text.endsWith(",") ? either(text) : new Row.Text(value(text)));
        }
        return cells;
    }

    private static Row.Cell either(String text) {
        List<String> items = new ArrayList<>();
        Cut cut = new Cut(text);
        while (cut.at < text.length()) {
            Optional<String> item = cut.next();
            if (item.isEmpty()) {
                return new Row.Text(value(text));
            }
            items.add(value(item.orElseThrow()));
        }
        return new Row.Either(value(text), items);
    }

    private static String value(String cell) {
        return cell.replace("\\n", "\n").strip();
    }

    /** A place in a line of cells. */
    private static final class Cut {
        private final String line;
        private int at;

        Cut(String line) {
            this.line = line;
        }

        /** The next cell without its quotes and comma; empty when it has no end. */
        Optional<String> next() {
            return line.charAt(at) == '"' ? quoted() : bare();
        }

        private Optional<String> bare() {
            int end = line.indexOf(',', at);
            String cell = end < 0 ? "\"" : line.substring(at, end);
            at = end < 0 ? line.length() : end + 1;
            return cell.contains("\"") ? Optional.empty() : Optional.of(cell);
        }

        private Optional<String> quoted() {
            StringBuilder cell = new StringBuilder();
            int from = at + 1;
            int quote = line.indexOf('"', from);
            while (quote >= 0 && line.startsWith("\"\"", quote)) {
                cell.append(line, from, quote + 1);
                from = quote + 2;
                quote = line.indexOf('"', from);
            }
            if (quote < 0 || !line.startsWith(",", quote + 1)) {
                at = line.length();
                return Optional.empty();
            }
            at = quote + 2;
            return Optional.of(cell.append(line, from, quote).toString());
        }
    }
}
