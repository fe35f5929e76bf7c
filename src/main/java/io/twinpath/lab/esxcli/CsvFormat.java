package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows with a comma after every cell, the last one included. */
final class CsvFormat implements Format {

    @Override
    public void print(Output output, Parameters parameters, StringBuilder out) {
        switch (output) {
            case Output.Nothing nothing -> {}
            case Output.Bare bare -> out.append(cell(bare.value())).append(",\n");
            case Output.One one -> rows(List.of(one.structure()), parameters, out);
            case Output.Records records -> rows(records.structures(), parameters, out);
            case Output.Table table -> rows(table.structures(), parameters, out);
        }
    }

    private static void rows(List<Structure> rows, Parameters parameters, StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> names = parameters.fields().isEmpty()
                ? rows.getFirst().sorted().stream().map(Structure.Field::name).toList()
                : parameters.fields();
        if (parameters.header()) {
            out.append(line(names.stream().map(CsvFormat::quote).toList()));
        }
        rows.forEach(r -> out.append(line(names.stream().map(n -> cell(r, n)).toList())));
    }

    private static String cell(Structure row, String name) {
        Optional<Structure.Field> field =
                row.fields().stream().filter(f -> f.name().equals(name)).findFirst();
        return field.map(f -> cell(f.value())).orElse("");
    }

    private static String cell(Value value) {
        return switch (value) {
            case Value.Text text -> quote(text.text());
            case Value.Whole whole -> Long.toString(whole.number());
            case Value.Flag flag -> Boolean.toString(flag.on());
            case Value.Texts texts ->
                quote(texts.items().stream().map(i -> quote(i) + ",").collect(Collectors.joining()));
            case Value.Nested nested ->
                quote(nested.structure().sorted().stream()
                        .map(f -> f.name() + "=" + cell(f.value()) + ",")
                        .collect(Collectors.joining()));
        };
    }

    private static String line(List<String> cells) {
        return cells.stream().map(c -> c + ",").collect(Collectors.joining()) + "\n";
    }

    private static String quote(String text) {
        String flat = text.replace("\n", "\\n");
        return flat.contains(",") || flat.contains("\"") ? "\"" + flat.replace("\"", "\"\"") + "\"" : flat;
    }
}
