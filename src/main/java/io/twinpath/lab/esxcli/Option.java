package io.twinpath.lab.esxcli;

import java.util.List;

/**
 * An option of a command.
 *
 * @param letter the short form without its dash; empty for none
 * @param name the long form without its dashes
 * @param choices the words it takes, for {@link Type#CHOICE}
 * @param required whether the command needs it
 * @param secret whether its value must not be written to a log
 * @param help one line for the usage text
 */
record Option(
        String letter, String name, Type type, List<String> choices, boolean required, boolean secret, String help) {

    /** What a value must look like. */
    enum Type {
        TEXT("str"),
        NUMBER("long"),
        BOOL("bool"),
        CHOICE("str"),
        /** A text that may be given several times. */
        TEXTS("[ <str> ... ]"),
        /** Takes no value. */
        PLAIN("");

        final String hint;

        Type(String hint) {
            this.hint = hint;
        }
    }

    static Option text(String letter, String name, String help) {
        return new Option(letter, name, Type.TEXT, List.of(), false, false, help);
    }

    static Option texts(String letter, String name, String help) {
        return new Option(letter, name, Type.TEXTS, List.of(), false, false, help);
    }

    static Option number(String letter, String name, String help) {
        return new Option(letter, name, Type.NUMBER, List.of(), false, false, help);
    }

    static Option bool(String letter, String name, String help) {
        return new Option(letter, name, Type.BOOL, List.of(), false, false, help);
    }

    static Option plain(String letter, String name, String help) {
        return new Option(letter, name, Type.PLAIN, List.of(), false, false, help);
    }

    static Option choice(String letter, String name, String help, String... choices) {
        return new Option(letter, name, Type.CHOICE, List.of(choices), false, false, help);
    }

    Option needed() {
        return new Option(letter, name, type, choices, true, secret, help);
    }

    Option hush() {
        return new Option(letter, name, type, choices, required, true, help);
    }

    /** Such as {@code -v|--vswitch-name}. */
    String spelling() {
        return letter.isEmpty() ? "--" + name : "-" + letter + "|--" + name;
    }

    /** Such as {@code -v|--vswitch-name=<str>}. */
    String usage() {
        return switch (type) {
            case PLAIN -> spelling();
            case TEXTS -> spelling() + "=" + type.hint;
            case TEXT, NUMBER, BOOL, CHOICE -> spelling() + "=<" + type.hint + ">";
        };
    }
}
