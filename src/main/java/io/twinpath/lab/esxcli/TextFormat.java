package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.stream.IntStream;

/** The default, for people. */
final class TextFormat implements Format {

    private static final String INDENT = "   ";
    private static final String GAP = "  ";

    /** From 7.0 the dashes under a last column of text are as long as its title only. */
    private final boolean shortLast;

    TextFormat(boolean shortLast) {
        this.shortLast = shortLast;
    }

    @Override
    public void print(Output output, Parameters parameters, StringBuilder out) {
        switch (output) {
            case Output.Nothing nothing -> {}
            case Output.Bare bare -> out.append(bare.value().plain()).append('\n');
            case Output.One one -> {
                line(one.title(), out);
                fields(one.structure(), INDENT, out);
            }
            case Output.Records records -> records(records.structures(), out);
            case Output.Table table -> table(table.structures(), out);
        }
    }

    private static void records(List<Structure> structures, StringBuilder out) {
        for (int i = 0; i < structures.size(); i++) {
            out.append(i == 0 ? "" : "\n");
            line(structures.get(i).heading(), out);
            fields(structures.get(i), INDENT, out);
        }
    }

    private static void fields(Structure structure, String indent, StringBuilder out) {
        for (Structure.Field field : structure.shown()) {
            out.append(indent).append(field.title()).append(": ");
            if (field.value() instanceof Value.Nested nested) {
                out.append('\n');
                fields(nested.structure(), indent + INDENT + INDENT, out);
            } else {
                out.append(field.value().plain()).append('\n');
            }
        }
    }

    private void table(List<Structure> rows, StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        List<Structure.Field> columns = rows.getFirst().shown();
        List<List<Value>> cells = rows.stream()
                .map(r -> r.shown().stream().map(Structure.Field::value).toList())
                .toList();
        int last = columns.size() - 1;
        int[] widths = IntStream.range(0, columns.size())
                .map(c -> width(columns.get(c), c == last, cells, c))
                .toArray();
        row(columns.stream().map(Structure.Field::title).toList(), cells.getFirst(), widths, out);
        row(IntStream.of(widths).mapToObj("-"::repeat).toList(), cells.getFirst(), widths, out);
        cells.forEach(r -> row(r.stream().map(Value::plain).toList(), r, widths, out));
    }

    private int width(Structure.Field column, boolean last, List<List<Value>> cells, int index) {
        if (last && shortLast && !right(column.value())) {
            return column.title().length();
        }
        int widest = cells.stream()
                .mapToInt(r -> r.get(index).plain().length())
                .max()
                .orElse(0);
        return Math.max(column.title().length(), widest);
    }

    private static void row(List<String> texts, List<Value> like, int[] widths, StringBuilder out) {
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(Math.max(0, widths[i] - texts.get(i).length()));
            boolean last = i == widths.length - 1;
            out.append(right(like.get(i)) ? blanks : "")
                    .append(texts.get(i))
                    .append(right(like.get(i)) || last ? "" : blanks)
                    .append(last ? "\n" : GAP);
        }
    }

    private static boolean right(Value value) {
        return switch (value) {
            case Value.Whole whole -> true;
            case Value.Flag flag -> true;
            case Value.Text text -> false;
            case Value.Texts texts -> false;
            case Value.Nested nested -> false;
        };
    }

    private static void line(String text, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append(text).append('\n');
        }
    }
}
