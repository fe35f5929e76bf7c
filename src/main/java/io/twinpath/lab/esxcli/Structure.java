package io.twinpath.lab.esxcli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A record of named values.
 *
 * @param type the name other formatters give it, such as {@code Nic}
 * @param heading the line that text puts above it in a list; empty for none
 * @param fields in the order of text output
 */
record Structure(String type, String heading, List<Field> fields) {

    Structure {
        fields = List.copyOf(fields);
    }

    /**
     * One value.
     *
     * @param title as text prints it, such as {@code VLAN ID}
     * @param shown whether text prints it at all
     */
    record Field(String title, Value value, boolean shown) {

        /** The name in every other format: the title without blanks and signs. */
        String name() {
            return title.replaceAll("[^A-Za-z0-9]", "");
        }
    }

    static Structure of(String type) {
        return new Structure(type, "", List.of());
    }

    static Structure of(String type, String heading) {
        return new Structure(type, heading, List.of());
    }

    Structure with(String title, Value value) {
        return plus(new Field(title, value, true));
    }

    Structure with(String title, String value) {
        return with(title, Value.of(value));
    }

    Structure with(String title, long value) {
        return with(title, Value.of(value));
    }

    Structure with(String title, boolean value) {
        return with(title, Value.of(value));
    }

    /** A field that text does not print. */
    Structure hidden(String title, Value value) {
        return plus(new Field(title, value, false));
    }

    Structure hiddenWhen(boolean holds, String title, Value value) {
        return holds ? hidden(title, value) : this;
    }

    /** The same, unless {@code holds} is false. */
    Structure withWhen(boolean holds, String title, Value value) {
        return holds ? with(title, value) : this;
    }

    List<Field> shown() {
        return fields.stream().filter(Field::shown).toList();
    }

    /** Every field by name, as all formats but text order them. */
    List<Field> sorted() {
        return fields.stream().sorted(Comparator.comparing(Field::name)).toList();
    }

    private Structure plus(Field field) {
        List<Field> longer = new ArrayList<>(fields);
        longer.add(field);
        return new Structure(type, heading, longer);
    }
}
