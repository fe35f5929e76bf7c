package io.twinpath.driver.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the body of an HTTP/1.1 answer.
 *
 * @param fields by name in lower case; of a repeated one the last, of {@code set-cookie} the one of the session
 */
record HttpHead(int status, String reason, Map<String, String> fields) {

    static final String COOKIE = "vmware_soap_session";

    private static final int LONGEST = 64 << 10;
    private static final int INTERIM = 20;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: ([\\x20-\\x7e]{0,200}))?");

    /** The head of the final answer; interim ones are passed over. */
    static HttpHead read(InputStream in) throws IOException {
        for (int i = 0; i < INTERIM; i++) {
            HttpHead head = one(in);
            if (head.status >= 200) {
                return head;
            }
        }
        throw new ProtocolException("it only sends interim answers");
    }

    private static HttpHead one(InputStream in) throws IOException {
        int[] left = {LONGEST};
        Matcher status = STATUS.matcher(line(in, left));
        if (!status.matches()) {
            throw new ProtocolException("it does not speak HTTP/1.1");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("a header of its answer is damaged");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (!name.equals("set-cookie") || value.startsWith(COOKIE + "=")) {
                fields.put(name, value);
            }
        }
        return new HttpHead(
                Integer.parseInt(status.group(1)),
                Optional.ofNullable(status.group(2)).orElse(""),
                fields);
    }

    private static String line(InputStream in, int[] left) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new EOFException("it hung up");
            }
            if (left[0]-- <= 0) {
                throw new ProtocolException("the head of its answer is longer than 64 KiB");
            }
            line.append((char) c);
            c = in.read();
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The session's cookie as it is sent back, quotes included. */
    Optional<String> cookie() {
        String value = field("set-cookie");
        int end = value.indexOf(';');
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(end < 0 ? value : value.substring(0, end).strip());
    }

    boolean closes() {
        return field("connection").toLowerCase(Locale.ROOT).contains("close");
    }

    boolean xml() {
        String type = field("content-type").toLowerCase(Locale.ROOT);
        return type.startsWith("text/xml") || type.startsWith("application/soap+xml");
    }

    boolean chunked() throws ProtocolException {
        String coding = field("transfer-encoding").toLowerCase(Locale.ROOT);
        if (!coding.isEmpty() && !coding.equals("chunked")) {
            throw new ProtocolException("its answer has an unknown transfer coding");
        }
        if (!field("content-encoding").isEmpty() && !field("content-encoding").equals("identity")) {
            throw new ProtocolException("its answer is encoded though nobody asked for that");
        }
        return !coding.isEmpty();
    }

    /** The bytes of the body; negative when only the end of the connection tells. */
    long length() throws ProtocolException {
        String text = field("content-length");
        if (!text.matches("[0-9]{0,12}")) {
            throw new ProtocolException("its answer has no length");
        }
        return text.isEmpty() ? -1 : Long.parseLong(text);
    }

    @Override
    public String toString() {
        return status + (reason.isEmpty() ? "" : " " + reason);
    }

    /** For tests. */
    static HttpHead parse(String text) throws IOException {
        return read(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
