package io.twinpath.diag;

/**
 * A piece of a named source text.
 *
 * @param source the file as the user would type it, or a name such as {@code --set} for text that is in no file
 * @param start the first character
 * @param end the place just behind the last character
 */
public record Span(String source, Position start, Position end) implements Comparable<Span> {

    public Span {
        if (end.compareTo(start) < 0) {
            throw new IllegalArgumentException("a span ends where it starts or later: " + start + " to " + end);
        }
    }

    /** The span of {@code length} characters on one line. */
    public static Span of(String source, int line, int column, int length) {
        Position start = new Position(line, column);
        return new Span(source, start, start.right(length));
    }

    @Override
    public int compareTo(Span other) {
        int order = source.compareTo(other.source);
        if (order == 0) {
            order = start.compareTo(other.start);
        }
        return order == 0 ? end.compareTo(other.end) : order;
    }

    /** {@code file:line:column}, as editors and terminals understand it. */
    @Override
    public String toString() {
        return source + ":" + start;
    }
}
