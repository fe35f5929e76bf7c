package io.twinpath.lab.shell;

import java.util.List;
import java.util.Optional;

/** A word before expansion. */
record Word(List<Part> parts) {

    Word {
        parts = List.copyOf(parts);
    }

    /** The text of a word without any quote or expansion: what reserved words and names are. */
    Optional<String> plain() {
        if (parts.size() == 1 && parts.getFirst() instanceof Literal literal) {
            return Optional.of(literal.text());
        }
        return Optional.empty();
    }

    sealed interface Part {}

    /** Text outside quotes. */
    record Literal(String text) implements Part {}

    /** Text inside quotes or behind a backslash; possibly empty. */
    record Quoted(String text) implements Part {}

    /** {@code $name} and {@code ${name…}}. */
    record Parameter(String name, Operation operation, Word argument, boolean quoted) implements Part {}

    /** {@code $(…)} or backquotes. */
    record Substitution(Node body, boolean quoted) implements Part {}

    /** {@code $((…))}. */
    record Arithmetic(Word expression, boolean quoted) implements Part {}

    /** What {@code ${name…}} does with the value. */
    enum Operation {
        VALUE(""),
        LENGTH("#"),
        DEFAULT("-"),
        DEFAULT_OR_EMPTY(":-"),
        ASSIGN("="),
        ASSIGN_OR_EMPTY(":="),
        ALTERNATE("+"),
        ALTERNATE_NOT_EMPTY(":+"),
        REQUIRE("?"),
        REQUIRE_NOT_EMPTY(":?"),
        CUT_SHORT_SUFFIX("%"),
        CUT_LONG_SUFFIX("%%"),
        CUT_SHORT_PREFIX("#"),
        CUT_LONG_PREFIX("##");

        final String sign;

        Operation(String sign) {
            this.sign = sign;
        }

        /** Whether it takes a pattern. */
        boolean isCut() {
            return name().startsWith("CUT");
        }
    }
}
