package io.twinpath.driver;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A secret in memory, from the moment it is needed to {@link #close}. Prints as {@code ***}, is no record and has no
 * accessor that a template or serializer would find.
 */
public final class Secret implements AutoCloseable {

    private static final int BYTES_PER_CHAR = 3;

    private final char[] value;

    /** Keeps a copy; the caller wipes its own. */
    public Secret(char[] value) {
        if (value.length == 0) {
            throw new IllegalArgumentException("an empty secret");
        }
        this.value = value.clone();
    }

    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /** A copy in the clear, for the one line that sends it. */
    public char[] reveal() {
        return value.clone();
    }

    /** A copy in the clear, as UTF-8. */
    public byte[] revealBytes() {
        ByteBuffer encoded = ByteBuffer.allocate(value.length * BYTES_PER_CHAR);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /** Wipes it. */
    @Override
    public void close() {
        Arrays.fill(value, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
