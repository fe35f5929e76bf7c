package io.twinpath.driver.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Archives as {@code vm-support} and others make them, for tests. */
public final class Archives {

    private Archives() {}

    /** A .tgz of regular files, in the order of the map. */
    public static byte[] tgz(Map<String, String> files) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        files.forEach((name, text) -> entry(tar, name, '0', text.getBytes(StandardCharsets.UTF_8)));
        tar.writeBytes(new byte[1024]);
        return gzip(tar.toByteArray());
    }

    static byte[] gzip(byte[] tar) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void entry(ByteArrayOutputStream tar, String name, char type, byte[] content) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 100) {
            entry(tar, "././@LongLink", 'L', (name + "\0").getBytes(StandardCharsets.UTF_8));
        }
        byte[] head = new byte[512];
        System.arraycopy(bytes, 0, head, 0, Math.min(bytes.length, 100));
        put(head, 100, "0000644");
        put(head, 124, "%011o".formatted(content.length));
        put(head, 136, "00000000000");
        head[156] = (byte) type;
        put(head, 257, "ustar");
        put(head, 263, "00");
        seal(head);
        tar.writeBytes(head);
        tar.writeBytes(content);
        tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
    }

    static void seal(byte[] head) {
        put(head, 148, "        ");
        long sum = 0;
        for (byte b : head) {
            sum += b & 0xff;
        }
        put(head, 148, "%06o".formatted(sum));
        head[154] = 0;
        head[155] = ' ';
    }

    static void put(byte[] head, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, head, at, text.length());
    }
}
