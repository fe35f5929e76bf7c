package io.twinpath.lab.soap;

import java.util.Optional;

/** Writes values as elements. */
final class XmlWriter {

    private final StringBuilder out = new StringBuilder(4_096);

    XmlWriter raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A field of a data object: its type is said where the schema alone would not tell. */
    XmlWriter field(String name, Value value) {
        switch (value) {
            case Listing list -> list.items().forEach(i -> field(name, i));
            case Scalar scalar -> leaf(name, "", scalar.text());
            case Ref ref -> reference(name, ref, false);
            case Data data -> data(name, data);
        }
        return this;
    }

    /** A value where anything may stand: its type is always said. */
    XmlWriter anything(String name, Value value) {
        switch (value) {
            case Listing list -> listing(name, list);
            case Scalar scalar -> leaf(name, scalar.type(), scalar.text());
            case Ref ref -> reference(name, ref, true);
            case Data data -> data(name, data);
        }
        return this;
    }

    private void listing(String name, Listing list) {
        open(name, list.type());
        list.items().forEach(i -> {
            if (i instanceof Ref ref) {
                reference(list.bare(), ref, true);
            } else {
                field(list.bare(), i);
            }
        });
        close(name);
    }

    private void data(String name, Data data) {
        open(name, data.type());
        for (String field : data.names()) {
            Optional<? extends Value> value = data.field(field);
            if (value.isPresent()) {
                Value present = value.orElseThrow();
                if (data.isAny(field)) {
                    anything(field, present);
                } else {
                    field(field, present);
                }
            }
        }
        close(name);
    }

    private void reference(String name, Ref ref, boolean typed) {
        out.append('<').append(name).append(" type=\"").append(ref.kind()).append('"');
        if (typed) {
            out.append(" xsi:type=\"").append(Ref.TYPE).append('"');
        }
        out.append('>');
        escape(ref.id());
        close(name);
    }

    private void leaf(String name, String type, String text) {
        open(name, type);
        escape(text);
        close(name);
    }

    private void open(String name, String type) {
        out.append('<').append(name);
        if (!type.isEmpty()) {
            out.append(" xsi:type=\"").append(type).append('"');
        }
        out.append('>');
    }

    private void close(String name) {
        out.append("</").append(name).append('>');
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#xd;");
                // Characters that XML 1.0 cannot hold at all.
                default -> out.append((c < ' ' && c != '\n' && c != '\t') || c >= '\ufffe' ? '?' : c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
