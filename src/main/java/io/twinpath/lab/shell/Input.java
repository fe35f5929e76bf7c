package io.twinpath.lab.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Standard input: a text, or a stream that is read no further than asked for. Shared by the commands of one list. */
final class Input {

    private static final int MOST = 16 << 20;
    private static final int CHUNK = 8192;

    private final StringBuilder buffer = new StringBuilder();
    private final Optional<InputStream> source;
    private int at;
    private long taken;
    private boolean ended;

    private Input(String octets, Optional<InputStream> source) {
        this.buffer.append(octets);
        this.source = source;
        this.ended = source.isEmpty();
    }

    static Input of(String octets) {
        return new Input(octets, Optional.empty());
    }

    static Input live(InputStream source) {
        return new Input("", Optional.of(source));
    }

    /** The next line with its newline, if it has one; empty at the end. */
    synchronized Optional<String> line() {
        int searched = 0;
        while (true) {
            int newline = buffer.indexOf("\n", at + searched);
            if (newline >= 0) {
                return Optional.of(take(newline + 1));
            }
            searched = buffer.length() - at;
            if (!fill()) {
                return searched == 0 ? Optional.empty() : Optional.of(take(buffer.length()));
            }
        }
    }

    /** What is there, at least one byte; empty at the end. A shell reads its script in such pieces. */
    synchronized Optional<String> chunk() {
        boolean more = at < buffer.length() || fill();
        return more ? Optional.of(take(buffer.length())) : Optional.empty();
    }

    /** Everything up to the end. */
    synchronized String rest() {
        boolean more = true;
        while (more) {
            more = fill();
        }
        return take(buffer.length());
    }

    /** What a program gets that may or may not read its input; it leaves everything in place. */
    synchronized String offer() {
        return source.isPresent() ? "" : buffer.substring(at);
    }

    private String take(int end) {
        String taken = buffer.substring(at, end);
        at = end;
        return taken;
    }

    private boolean fill() {
        if (ended) {
            return false;
        }
        buffer.delete(0, at);
        at = 0;
        byte[] chunk = new byte[CHUNK];
        int count = read(chunk);
        ended = count < 0;
        if (count > 0) {
            buffer.append(Octets.of(Arrays.copyOf(chunk, count)));
            taken += count;
        }
        if (taken > MOST) {
            throw new Unwind.Limit("more than " + MOST + " bytes of input");
        }
        return !ended;
    }

    private int read(byte[] chunk) {
        try {
            return source.orElseThrow().read(chunk);
        } catch (IOException e) {
            // The client is gone; what it sent so far is all there is.
            return -1;
        }
    }
}
