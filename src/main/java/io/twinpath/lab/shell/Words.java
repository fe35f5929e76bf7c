package io.twinpath.lab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads words: quotes, parameters, substitutions. */
final class Words {

    private static final String BREAKS = " \t\n;&|()<>";
    private static final String SPECIAL = "?$#@*!-0123456789";

    private final Source source;
    private final Parser parser;

    Words(Source source, Parser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** A word, up to a blank or an operator. */
    Word word() throws SyntaxException {
        return collect(Mode.BARE);
    }

    /** All of the source as the text of a here-document, with expansions. */
    Word hereDocument() throws SyntaxException {
        return collect(Mode.HERE);
    }

    /** The text of a word without its quotes. */
    static String raw(Word word) {
        StringBuilder text = new StringBuilder();
        for (Word.Part part : word.parts()) {
            switch (part) {
                case Word.Literal literal -> text.append(literal.text());
                case Word.Quoted quoted -> text.append(quoted.text());
                case Word.Parameter parameter -> text.append('$').append(parameter.name());
                case Word.Substitution ignored -> text.append("$()");
                case Word.Arithmetic ignored -> text.append("$(())");
            }
        }
        return text.toString();
    }

    private Word collect(Mode mode) throws SyntaxException {
        Pieces pieces = new Pieces();
        int parens = 0;
        while (true) {
            source.join();
            char c = source.peek();
            if (mode.ends(c, parens)) {
                break;
            }
            if (c == Source.END) {
                throw new SyntaxException(mode.missing);
            }
            parens += mode == Mode.ARITHMETIC ? c == '(' ? 1 : c == ')' ? -1 : 0 : 0;
            piece(mode, pieces);
        }
        return pieces.word();
    }

    private void piece(Mode mode, Pieces pieces) throws SyntaxException {
        char c = source.next();
        switch (c) {
            case '\\' -> backslash(mode, pieces);
            case '\'' -> {
                if (mode.quoted) {
                    pieces.quoted(c);
                } else {
                    single(pieces);
                }
            }
            case '"' -> quote(mode, pieces);
            case '$' -> dollar(mode.quoted, pieces);
            case '`' -> pieces.add(new Word.Substitution(backquoted(mode), mode.quoted));
            default -> pieces.add(c, mode.quoted);
        }
    }

    private void quote(Mode mode, Pieces pieces) throws SyntaxException {
        switch (mode) {
            case BARE, BRACE, BRACE_QUOTED -> pieces.addAll(enclosed());
            case DOUBLE, HERE -> pieces.quoted('"');
            case ARITHMETIC -> pieces.quoted("");
        }
    }

    private List<Word.Part> enclosed() throws SyntaxException {
        Word inner = collect(Mode.DOUBLE);
        source.next();
        List<Word.Part> parts = new ArrayList<>(inner.parts());
        if (parts.isEmpty()) {
            parts.add(new Word.Quoted(""));
        }
        return parts;
    }

    private void backslash(Mode mode, Pieces pieces) {
        char c = source.peek();
        if (c == Source.END) {
            pieces.quoted('\\');
        } else if (!mode.quoted || mode.escapes.indexOf(c) >= 0) {
            pieces.quoted(source.next());
        } else {
            pieces.quoted('\\');
        }
    }

    private void single(Pieces pieces) throws SyntaxException {
        StringBuilder text = new StringBuilder();
        while (!source.accept('\'')) {
            char c = source.next();
            if (c == Source.END) {
                throw new SyntaxException("unterminated quoted string");
            }
            text.append(c);
        }
        pieces.quoted(text.toString());
    }

    private void dollar(boolean quoted, Pieces pieces) throws SyntaxException {
        char c = source.peek();
        if (c == '(') {
            pieces.add(parenthesis(quoted));
        } else if (c == '{') {
            source.next();
            pieces.add(braced(quoted));
        } else if (Lexer.isNameStart(c)) {
            pieces.add(value(name(), quoted));
        } else if (SPECIAL.indexOf(c) >= 0) {
            pieces.add(value(String.valueOf(source.next()), quoted));
        } else {
            pieces.add('$', quoted);
        }
    }

    private static Word.Parameter value(String name, boolean quoted) {
        return new Word.Parameter(name, Word.Operation.VALUE, new Word(List.of()), quoted);
    }

    private Word.Part parenthesis(boolean quoted) throws SyntaxException {
        int place = source.place();
        if (source.accept("((")) {
            Optional<Word> expression = arithmetic();
            if (expression.isPresent()) {
                return new Word.Arithmetic(expression.get(), quoted);
            }
            source.back(place);
        }
        source.next();
        return new Word.Substitution(parser.substitution(), quoted);
    }

    /** Empty when the two closing parentheses do not stand together: then it is a subshell in a substitution. */
    private Optional<Word> arithmetic() throws SyntaxException {
        parser.enter();
        Word expression = collect(Mode.ARITHMETIC);
        parser.leave();
        return source.accept("))") ? Optional.of(expression) : Optional.empty();
    }

    private Word.Part braced(boolean quoted) throws SyntaxException {
        if (source.peek() == '#' && source.peek(1) != '}') {
            source.next();
            String name = parameterName();
            close();
            return new Word.Parameter(name, Word.Operation.LENGTH, new Word(List.of()), quoted);
        }
        String name = parameterName();
        if (source.accept('}')) {
            return value(name, quoted);
        }
        Word.Operation operation = operation();
        boolean cuts = operation.isCut();
        parser.enter();
        Word argument = collect(quoted && !cuts ? Mode.BRACE_QUOTED : Mode.BRACE);
        parser.leave();
        close();
        return new Word.Parameter(name, operation, argument, quoted);
    }

    private void close() throws SyntaxException {
        if (!source.accept('}')) {
            throw new SyntaxException("bad substitution");
        }
    }

    private String parameterName() throws SyntaxException {
        char c = source.peek();
        if (Lexer.isNameStart(c)) {
            return name();
        }
        if (Lexer.isDigit(c)) {
            StringBuilder number = new StringBuilder();
            while (Lexer.isDigit(source.peek())) {
                number.append(source.next());
            }
            return number.toString();
        }
        if (SPECIAL.indexOf(c) < 0) {
            throw new SyntaxException("bad substitution");
        }
        return String.valueOf(source.next());
    }

    private Word.Operation operation() throws SyntaxException {
        Word.Operation found = Word.Operation.VALUE;
        for (Word.Operation operation : Word.Operation.values()) {
            boolean fits = operation != Word.Operation.LENGTH && startsWith(operation.sign);
            if (fits && operation.sign.length() > found.sign.length()) {
                found = operation;
            }
        }
        if (found == Word.Operation.VALUE) {
            throw new SyntaxException("bad substitution");
        }
        source.accept(found.sign);
        return found;
    }

    private boolean startsWith(String sign) {
        for (int i = 0; i < sign.length(); i++) {
            if (source.peek(i) != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (Lexer.isNameStart(source.peek()) || Lexer.isDigit(source.peek())) {
            name.append(source.next());
        }
        return name.toString();
    }

    private Node backquoted(Mode mode) throws SyntaxException {
        StringBuilder script = new StringBuilder();
        while (!source.accept('`')) {
            char c = source.next();
            if (c == Source.END) {
                throw new SyntaxException("EOF in backquote substitution");
            }
            char escaped = source.peek();
            boolean strip = "$`\\".indexOf(escaped) >= 0 || (mode == Mode.DOUBLE && escaped == '"');
            script.append(c == '\\' && strip ? source.next() : c);
        }
        return parser.within(script.toString()).all();
    }

    /** Where a word stands, and so what ends it and what a backslash does. */
    private enum Mode {
        BARE(false, "", "unterminated quoted string"),
        DOUBLE(true, "$`\"\\", "unterminated quoted string"),
        HERE(true, "$`\\", ""),
        BRACE(false, "", "missing '}'"),
        BRACE_QUOTED(true, "$`\"\\}", "missing '}'"),
        ARITHMETIC(true, "$`\\", "missing '))'");

        final boolean quoted;
        final String escapes;
        final String missing;

        Mode(boolean quoted, String escapes, String missing) {
            this.quoted = quoted;
            this.escapes = escapes;
            this.missing = missing;
        }

        boolean ends(char c, int parens) {
            return switch (this) {
                case BARE -> c == Source.END || BREAKS.indexOf(c) >= 0;
                case DOUBLE -> c == '"';
                case HERE -> c == Source.END;
                case BRACE, BRACE_QUOTED -> c == '}';
                case ARITHMETIC -> c == ')' && parens == 0;
            };
        }
    }

    /** Parts in the making; neighbouring characters of one sort become one part. */
    private static final class Pieces {

        private final List<Word.Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private boolean quoted;

        void add(char c, boolean isQuoted) {
            if (isQuoted != quoted) {
                flush();
            }
            quoted = isQuoted;
            text.append(c);
        }

        void quoted(char c) {
            add(c, true);
        }

        void quoted(String s) {
            flush();
            parts.add(new Word.Quoted(s));
        }

        void add(Word.Part part) {
            flush();
            parts.add(part);
        }

        void addAll(List<Word.Part> more) {
            flush();
            parts.addAll(more);
        }

        Word word() {
            flush();
            return new Word(parts);
        }

        private void flush() {
            if (!text.isEmpty()) {
                String s = text.toString();
                parts.add(quoted ? new Word.Quoted(s) : new Word.Literal(s));
                text.setLength(0);
            }
        }
    }
}
