package io.twinpath.lab.esxcli;

import java.util.List;

/** A value in esxcli's output, with its type. */
sealed interface Value {

    record Text(String text) implements Value {}

    /** {@code unit} is printed after the number in text only, with a blank before; empty for none. */
    record Whole(long number, String unit) implements Value {}

    record Flag(boolean on) implements Value {}

    record Texts(List<String> items) implements Value {
        public Texts {
            items = List.copyOf(items);
        }
    }

    record Nested(Structure structure) implements Value {}

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(long number) {
        return new Whole(number, "");
    }

    static Value of(boolean on) {
        return new Flag(on);
    }

    static Value of(List<String> items) {
        return new Texts(items);
    }

    /** As it stands in text output. */
    default String plain() {
        return switch (this) {
            case Text text -> text.text();
            case Whole whole -> whole.unit().isEmpty() ? "" + whole.number() : whole.number() + " " + whole.unit();
            case Flag flag -> Boolean.toString(flag.on());
            case Texts texts -> String.join(", ", texts.items());
            case Nested nested -> "";
        };
    }
}
