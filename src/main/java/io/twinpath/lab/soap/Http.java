package io.twinpath.lab.soap;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** As much of HTTP/1.1 as clients of the API speak: requests with a length or in chunks, one after another. */
final class Http {

    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 100;
    private static final int LARGEST_BODY = 16 << 20;

    private final InputStream in;
    private final OutputStream out;

    Http(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /** A request; header names in lower case. */
    @SuppressWarnings("ArrayRecordComponent")
    record Request(String verb, String path, Map<String, String> headers, byte[] body) {

        boolean last() {
            return headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        }

        Optional<String> cookie(String name) {
            for (String cookie : headers.getOrDefault("cookie", "").split(";", -1)) {
                String[] pair = cookie.strip().split("=", 2);
                if (pair.length == 2 && pair[0].equals(name)) {
                    return Optional.of(pair[1].replace("\"", ""));
                }
            }
            return Optional.empty();
        }
    }

    /** The next request; empty when the client has left. */
    Optional<Request> next() throws IOException {
        Optional<String> first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] words = first.orElseThrow().split(" ", -1);
        if (words.length != 3) {
            throw new IOException("not HTTP");
        }
        Map<String, String> headers = headers();
        if (headers.getOrDefault("expect", "").toLowerCase(Locale.ROOT).contains("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return Optional.of(new Request(words[0], words[1], headers, body(headers)));
    }

    /** @param cookie a whole {@code Set-Cookie}; empty for none */
    void answer(int status, String type, Optional<String> cookie, byte[] body) throws IOException {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(reason(status));
        head.append("\r\nCache-Control: no-cache\r\nContent-Type: ").append(type);
        cookie.ifPresent(c -> head.append("\r\nSet-Cookie: ").append(c));
        head.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length);
        whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        out.write(whole.toByteArray());
        out.flush();
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 0; i < MOST_HEADERS; i++) {
            String line = line().orElseThrow(() -> new IOException("cut off"));
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new IOException("too many headers");
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        return exactly(length(headers.getOrDefault("content-length", "0"), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            String size = line().orElseThrow(() -> new IOException("cut off"));
            int semicolon = size.indexOf(';');
            int length = length(semicolon < 0 ? size : size.substring(0, semicolon), 16);
            if (length == 0) {
                headers();
                return all.toByteArray();
            }
            if (all.size() + length > LARGEST_BODY) {
                throw new IOException("too large");
            }
            all.writeBytes(exactly(length));
            line();
        }
    }

    private byte[] exactly(int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("cut off");
        }
        return body;
    }

    private static int length(String text, int radix) throws IOException {
        try {
            int length = Integer.parseInt(text.strip(), radix);
            if (length >= 0 && length <= LARGEST_BODY) {
                return length;
            }
        } catch (NumberFormatException wrong) {
            throw new IOException("no length", wrong);
        }
        throw new IOException("too large");
    }

    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return Optional.empty();
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("line too long");
            }
            line.append((char) c);
        }
        return Optional.of(line.toString().replace("\r", ""));
    }

    private static String reason(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 404 -> "Not Found";
            default -> "Internal Server Error";
        };
    }
}
