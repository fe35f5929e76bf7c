package io.twinpath.driver.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The public key of a host.
 *
 * @param algorithm such as {@code ssh-ed25519}; the same word that starts the blob
 * @param base64 the blob as OpenSSH writes it
 */
public record PublicKey(String algorithm, String base64) {

    private static final int LONGEST_NAME = 64;

    /** Reads {@code ssh-ed25519 AAAA… [comment]}; empty when it is something else. */
    public static Optional<PublicKey> parse(String line) {
        String[] words = line.strip().split("\\s+", 3);
        if (words.length < 2) {
            return Optional.empty();
        }
        try {
            Optional<PublicKey> key = ofBlob(Base64.getDecoder().decode(words[1]));
            return key.filter(k -> k.algorithm.equals(words[0]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** From the bytes on the wire, which start with the length and name of the algorithm. */
    static Optional<PublicKey> ofBlob(byte[] blob) {
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        int length = blob.length < 4 ? 0 : buffer.getInt();
        if (length < 1 || length > LONGEST_NAME || length >= blob.length - 4) {
            return Optional.empty();
        }
        String algorithm = new String(Arrays.copyOfRange(blob, 4, 4 + length), StandardCharsets.US_ASCII);
        if (!algorithm.matches("[a-z0-9@.-]+")) {
            return Optional.empty();
        }
        return Optional.of(new PublicKey(algorithm, Base64.getEncoder().encodeToString(blob)));
    }

    /** As {@code ssh-keygen -l} shows it: {@code SHA256:…}. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(base64));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The form of {@code known_hosts} and of {@code host_key}. */
    public String line() {
        return algorithm + " " + base64;
    }
}
