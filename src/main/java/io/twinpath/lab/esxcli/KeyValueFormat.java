package io.twinpath.lab.esxcli;

import java.util.List;

/** One line per value, with its whole path. */
final class KeyValueFormat implements Format {

    @Override
    public void print(Output output, Parameters parameters, StringBuilder out) {
        switch (output) {
            case Output.Nothing nothing -> {}
            case Output.Bare bare -> value("", bare.value(), out);
            case Output.One one -> structure("", one.structure(), out);
            case Output.Records records -> list(records.structures(), out);
            case Output.Table table -> list(table.structures(), out);
        }
    }

    private static void list(List<Structure> structures, StringBuilder out) {
        for (int i = 0; i < structures.size(); i++) {
            structure("structure[" + i + "].", structures.get(i), out);
        }
    }

    private static void structure(String prefix, Structure structure, StringBuilder out) {
        for (Structure.Field field : structure.sorted()) {
            value(prefix + structure.type() + "." + field.name() + ".", field.value(), out);
        }
    }

    private static void value(String path, Value value, StringBuilder out) {
        switch (value) {
            case Value.Text text -> line(path + "string", text.text(), out);
            case Value.Whole whole -> line(path + "integer", Long.toString(whole.number()), out);
            case Value.Flag flag -> line(path + "boolean", Boolean.toString(flag.on()), out);
            case Value.Nested nested -> structure(path, nested.structure(), out);
            case Value.Texts texts -> {
                if (texts.items().isEmpty()) {
                    out.append(path).append("string[] = \n");
                }
                for (int i = 0; i < texts.items().size(); i++) {
                    line(path + "string[" + i + "].string", texts.items().get(i), out);
                }
            }
        }
    }

    private static void line(String path, String text, StringBuilder out) {
        out.append(path).append('=').append(text.replace("\n", "\\n")).append('\n');
    }
}
