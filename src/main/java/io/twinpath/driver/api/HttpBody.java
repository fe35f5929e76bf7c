package io.twinpath.driver.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Objects;

/** The body of an HTTP/1.1 answer: so many bytes, chunks, or all there is; never more than a limit. */
final class HttpBody extends InputStream {

    /** The answer is longer than anybody wants. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1;

        TooLong(String what) {
            super(what);
        }
    }

    private static final int CHUNK_LINE = 100;

    private final InputStream in;
    private final boolean chunked;
    private final boolean open;
    private long left;
    private long allowed;
    private boolean first = true;
    private boolean ended;

    /** @param most bytes that are taken */
    HttpBody(InputStream in, HttpHead head, long most) throws IOException {
        this.in = in;
        this.allowed = most;
        this.chunked = head.chunked();
        long length = head.length();
        this.open = !chunked && length < 0;
        this.left = chunked ? 0 : open ? Long.MAX_VALUE : length;
        if (!open && left > most) {
            throw tooLong();
        }
        this.ended = !chunked && left == 0;
    }

    private static TooLong tooLong() {
        return new TooLong("its answer is longer than 64 MiB");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!ended && chunked && left == 0) {
            chunk();
        }
        if (ended) {
            return -1;
        }
        if (allowed <= 0) {
            throw tooLong();
        }
        int read = in.read(bytes, offset, (int) Math.min(Math.min(length, left), allowed));
        if (read < 0) {
            if (open) {
                ended = true;
                return -1;
            }
            throw new EOFException("its answer breaks off");
        }
        allowed -= read;
        left -= open ? 0 : read;
        ended = !chunked && !open && left == 0;
        return read;
    }

    private void chunk() throws IOException {
        if (!first && !line().isEmpty()) {
            throw new ProtocolException("a chunk of its answer has the wrong length");
        }
        first = false;
        String size = line();
        int end = size.indexOf(';');
        String hex = (end < 0 ? size : size.substring(0, end)).strip();
        if (!hex.matches("[0-9A-Fa-f]{1,8}")) {
            throw new ProtocolException("a chunk of its answer has no length");
        }
        left = Long.parseLong(hex, 16);
        if (left == 0) {
            for (int trailers = 0; !line().isEmpty(); trailers++) {
                if (trailers > CHUNK_LINE) {
                    throw new ProtocolException("its answer has no end");
                }
            }
            ended = true;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("its answer breaks off");
            }
            if (line.length() > CHUNK_LINE) {
                throw new ProtocolException("a chunk of its answer has no length");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Reads what is left, so that the connection can be used again. */
    void drain() throws IOException {
        byte[] rest = new byte[8192];
        while (read(rest, 0, rest.length) >= 0) {
            // what follows the document is of no use
        }
    }

    /** Whether the connection can be used again. */
    boolean reusable() {
        return ended && !open;
    }
}
