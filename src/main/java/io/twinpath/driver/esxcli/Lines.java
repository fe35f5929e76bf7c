package io.twinpath.driver.esxcli;

import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import java.util.List;

/**
 * The lines of a text answer and a place among them. Line ends may be LF or CRLF, the last may be missing, and blanks at
 * their ends may be lost: all of that happens to text on its way through terminals and mail.
 */
final class Lines {

    private static final int SHOWN = 60;

    private final List<String> lines;
    private final String source;
    private int at;

    Lines(Reply reply) {
        this.lines = reply.body().lines().toList();
        this.source = reply.source();
    }

    boolean hasNext() {
        return at < lines.size();
    }

    String peek() {
        return lines.get(at);
    }

    /** The line {@code ahead} of the next one; empty behind the end. */
    String peek(int ahead) {
        return at + ahead < lines.size() ? lines.get(at + ahead) : "";
    }

    String next() {
        return lines.get(at++);
    }

    /** The number of the next line, counted from 1. */
    int number() {
        return at + 1;
    }

    void skipBlank() {
        while (hasNext() && peek().isBlank()) {
            at++;
        }
    }

    /** The first line from here on that holds something; empty when none does. */
    String peekFilled() {
        for (int i = at; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i);
            }
        }
        return "";
    }

    /** Where the next line stands, for people. */
    String place() {
        return source + ", line " + number();
    }

    UnreadableException damaged(String why) {
        String line = at < lines.size() ? peek().strip() : "";
        String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
        return new UnreadableException(place() + ": " + why + " at \"" + shown + "\".");
    }

    /** How many blanks a line starts with. */
    static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
