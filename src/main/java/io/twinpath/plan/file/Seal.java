package io.twinpath.plan.file;

import io.twinpath.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The digest at the head of a plan file. It covers every byte of the file, itself read as zeros, so that no byte can change
 * unnoticed, layout included.
 */
final class Seal {

    /** A file starts with exactly this; the digest follows. */
    static final String HEAD = "{\n  \"format_version\": " + Plan.FORMAT + ",\n  \"sha256\": \"";

    /** What stands in the place of the digest while it is computed. */
    static final String OPEN = "0".repeat(64);

    private Seal() {}

    /** Puts the digest into a text that has {@link #OPEN} in its place. */
    static String seal(String text) {
        if (!text.startsWith(HEAD + OPEN)) {
            throw new IllegalStateException(
                    "the head of a plan file has another form: " + text.substring(0, Math.min(120, text.length())));
        }
        String digest = digest(text.getBytes(StandardCharsets.UTF_8));
        return HEAD + digest + text.substring(HEAD.length() + OPEN.length());
    }

    static boolean hasHead(byte[] bytes) {
        byte[] head = HEAD.getBytes(StandardCharsets.UTF_8);
        return bytes.length >= head.length + OPEN.length()
                && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }

    static boolean holds(byte[] bytes) {
        int start = HEAD.length();
        String written = new String(bytes, start, OPEN.length(), StandardCharsets.ISO_8859_1);
        byte[] open = bytes.clone();
        Arrays.fill(open, start, start + OPEN.length(), (byte) '0');
        return MessageDigest.isEqual(
                digest(open).getBytes(StandardCharsets.ISO_8859_1), written.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
