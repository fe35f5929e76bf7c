package io.twinpath.lab.shell;

import java.util.Optional;

/** The characters of a script, with a place in them. A script that arrives on an input is read as it comes. */
final class Source {

    /** Stands for the end; it is no byte. */
    static final char END = '\uffff';

    private final StringBuilder text;
    private final Optional<Input> more;
    private int at;

    Source(String text) {
        this.text = new StringBuilder(text);
        this.more = Optional.empty();
    }

    Source(Input input) {
        this.text = new StringBuilder();
        this.more = Optional.of(input);
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        while (at + ahead >= text.length()) {
            Optional<String> chunk = more.flatMap(Input::chunk);
            if (chunk.isEmpty()) {
                return END;
            }
            text.append(chunk.get());
        }
        return text.charAt(at + ahead);
    }

    char next() {
        char c = peek();
        if (c != END) {
            at++;
        }
        return c;
    }

    boolean accept(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    boolean accept(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (peek(i) != s.charAt(i)) {
                return false;
            }
        }
        at += s.length();
        return true;
    }

    /** Steps over line continuations. */
    void join() {
        while (peek() == '\\' && peek(1) == '\n') {
            at += 2;
        }
    }

    /** The rest of the line without its newline, which is taken too; empty at the end. */
    Optional<String> line() {
        if (peek() == END) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder();
        while (peek() != '\n' && peek() != END) {
            line.append(next());
        }
        accept('\n');
        return Optional.of(line.toString());
    }

    /** Forgets what was read, so that a long session stays small. */
    void compact() {
        text.delete(0, at);
        at = 0;
    }

    int place() {
        return at;
    }

    void back(int place) {
        at = place;
    }
}
