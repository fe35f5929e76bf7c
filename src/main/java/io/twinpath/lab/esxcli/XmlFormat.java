package io.twinpath.lab.esxcli;

import java.util.List;

/** For programs, typed: the format that every release has had. */
final class XmlFormat implements Format {

    private static final String STEP = "   ";

    @Override
    public void print(Output output, Parameters parameters, StringBuilder out) {
        out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        out.append("<output xmlns=\"http://www.vmware.com/Products/ESX/5.0/esxcli\">\n<root>\n");
        switch (output) {
            case Output.Nothing nothing -> {}
            case Output.Bare bare -> value(bare.value(), STEP, out);
            case Output.One one -> structure(one.structure(), STEP, out);
            case Output.Records records -> list(records.structures(), out);
            case Output.Table table -> list(table.structures(), out);
        }
        out.append("</root>\n</output>\n");
    }

    private static void list(List<Structure> structures, StringBuilder out) {
        out.append(STEP).append("<list type=\"structure\">\n");
        structures.forEach(s -> structure(s, STEP + STEP, out));
        out.append(STEP).append("</list>\n");
    }

    private static void structure(Structure structure, String indent, StringBuilder out) {
        out.append(indent)
                .append("<structure typeName=\"")
                .append(escape(structure.type()))
                .append("\">\n");
        for (Structure.Field field : structure.sorted()) {
            out.append(indent)
                    .append(STEP)
                    .append("<field name=\"")
                    .append(field.name())
                    .append("\">\n");
            value(field.value(), indent + STEP + STEP, out);
            out.append(indent).append(STEP).append("</field>\n");
        }
        out.append(indent).append("</structure>\n");
    }

    private static void value(Value value, String indent, StringBuilder out) {
        switch (value) {
            case Value.Text text -> element("string", text.text(), indent, out);
            case Value.Whole whole -> element("integer", Long.toString(whole.number()), indent, out);
            case Value.Flag flag -> element("boolean", Boolean.toString(flag.on()), indent, out);
            case Value.Nested nested -> structure(nested.structure(), indent, out);
            case Value.Texts texts -> {
                out.append(indent).append("<list type=\"string\">\n");
                texts.items().forEach(i -> element("string", i, indent + STEP, out));
                out.append(indent).append("</list>\n");
            }
        }
    }

    private static void element(String name, String text, String indent, StringBuilder out) {
        out.append(indent).append('<').append(name).append('>');
        out.append(escape(text)).append("</").append(name).append(">\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
