package io.twinpath.lab.shell;

/** A piece of a script, as the parser sees it. */
sealed interface Token {

    /** An operator, with the newline as {@code "\n"}. */
    record Operator(String sign) implements Token {}

    /** The number right before a redirection. */
    record Descriptor(int fd) implements Token {}

    record Text(Word word) implements Token {}

    record End() implements Token {}

    /** As syntax errors name it. */
    default String shown() {
        return switch (this) {
            case Operator operator -> operator.sign().equals("\n") ? "newline" : "\"" + operator.sign() + "\"";
            case Descriptor ignored -> "redirection";
            case Text text ->
                text.word().plain().map(plain -> "\"" + plain + "\"").orElse("word");
            case End ignored -> "end of file";
        };
    }
}
