package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a script into tokens. Here-documents are read when the line that asked for them ends. */
final class Lexer {

    private static final String OPERATOR_STARTS = ";&|()<>\n";
    private static final List<String> OPERATORS = List.of(
            "<<-", ";;", "&&", "||", "<<", ">>", "<&", ">&", "<>", ">|", ";", "&", "|", "(", ")", "<", ">", "\n");

    private final Source source;
    private final Words words;
    private final Parser parser;
    private final List<Pending> pending = new ArrayList<>();
    private Optional<Token> peeked = Optional.empty();

    Lexer(Source source, Parser parser) {
        this.source = source;
        this.parser = parser;
        this.words = new Words(source, parser);
    }

    Token peek() throws SyntaxException {
        if (peeked.isEmpty()) {
            peeked = Optional.of(read());
        }
        return peeked.get();
    }

    Token next() throws SyntaxException {
        Token token = peek();
        peeked = Optional.empty();
        return token;
    }

    /** Expects the body of a here-document after the current line. */
    void await(Redirect.Here here, Word delimiter, boolean tabs) {
        pending.add(new Pending(here, delimiter, tabs));
    }

    /** All of the source as the text of a here-document. */
    Word hereDocument() throws SyntaxException {
        return words.hereDocument();
    }

    private Token read() throws SyntaxException {
        skipBlanks();
        char c = source.peek();
        if (c == Source.END) {
            hereDocuments();
            return new Token.End();
        }
        if (OPERATOR_STARTS.indexOf(c) >= 0) {
            return operator();
        }
        if (isDigit(c) && (source.peek(1) == '<' || source.peek(1) == '>')) {
            return new Token.Descriptor(source.next() - '0');
        }
        return new Token.Text(words.word());
    }

    private Token operator() throws SyntaxException {
        for (String sign : OPERATORS) {
            if (source.accept(sign)) {
                if (sign.equals("\n")) {
                    hereDocuments();
                }
                return new Token.Operator(sign);
            }
        }
        throw SyntaxException.unexpected("character");
    }

    private void skipBlanks() {
        source.join();
        while (source.peek() == ' ' || source.peek() == '\t') {
            source.next();
            source.join();
        }
        if (source.peek() == '#') {
            while (source.peek() != '\n' && source.peek() != Source.END) {
                source.next();
            }
        }
    }

    private void hereDocuments() throws SyntaxException {
        List<Pending> due = List.copyOf(pending);
        pending.clear();
        for (Pending document : due) {
            boolean quoted = document.delimiter().parts().stream().anyMatch(part -> !(part instanceof Word.Literal));
            String text = body(Words.raw(document.delimiter()), document.tabs());
            document.here()
                    .fill(
                            quoted
                                    ? new Word(List.of(new Word.Quoted(text)))
                                    : parser.within(text).hereDocument());
        }
    }

    private String body(String delimiter, boolean tabs) {
        StringBuilder body = new StringBuilder();
        Optional<String> line = source.line();
        while (line.isPresent()) {
            String text = tabs ? line.get().replaceFirst("^\t+", "") : line.get();
            if (text.equals(delimiter)) {
                break;
            }
            body.append(text).append('\n');
            line = source.line();
        }
        return body.toString();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isName(String text) {
        return !text.isEmpty()
                && isNameStart(text.charAt(0))
                && text.chars().allMatch(c -> isNameStart((char) c) || isDigit((char) c));
    }

    private record Pending(Redirect.Here here, Word delimiter, boolean tabs) {}
}
