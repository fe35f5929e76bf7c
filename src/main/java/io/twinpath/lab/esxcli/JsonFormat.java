package io.twinpath.lab.esxcli;

import java.util.List;
import java.util.stream.Collectors;

/** One line of JSON as 8.0 prints it behind {@code --debug}: keys sorted, blanks after separators, slashes escaped. */
final class JsonFormat implements Format {

    @Override
    public void print(Output output, Parameters parameters, StringBuilder out) {
        String line = switch (output) {
            case Output.Nothing nothing -> "\"\"";
            case Output.Bare bare -> value(bare.value());
            case Output.One one -> structure(one.structure());
            case Output.Records records -> list(records.structures());
            case Output.Table table -> list(table.structures());
        };
        out.append(line).append('\n');
    }

    private static String list(List<Structure> structures) {
        return structures.stream().map(JsonFormat::structure).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String structure(Structure structure) {
        return structure.sorted().stream()
                .map(f -> string(f.name()) + ": " + value(f.value()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Text text -> string(text.text());
            case Value.Whole whole -> Long.toString(whole.number());
            case Value.Flag flag -> Boolean.toString(flag.on());
            case Value.Nested nested -> structure(nested.structure());
            case Value.Texts texts ->
                texts.items().stream().map(JsonFormat::string).collect(Collectors.joining(", ", "[", "]"));
        };
    }

    private static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\', '/' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : Character.toString(c));
            }
        }
        return quoted.append('"').toString();
    }
}
