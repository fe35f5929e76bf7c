package io.twinpath.lab.ssh;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * The key by which a host is recognised: ECDSA over nistp256. The caller keeps it, so that a host is the same host after
 * a restart.
 */
public record HostKey(KeyPair pair) {

    private static final String ALGORITHM = "EC";
    private static final int BITS = 256;

    public static HostKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            return new HostKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has elliptic curves", e);
        }
    }

    /** Reads what {@link #encoded} wrote; empty when it is something else. */
    public static Optional<HostKey> decode(String encoded) {
        String[] halves = encoded.strip().split(" ");
        if (halves.length != 2) {
            return Optional.empty();
        }
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return Optional.of(new HostKey(new KeyPair(
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1]))))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Both halves on one line, the private one unprotected: a simulated host has nothing to lose. */
    public String encoded() {
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(pair.getPublic().getEncoded())
                + " "
                + base64.encodeToString(pair.getPrivate().getEncoded());
    }

    /** The public half as OpenSSH writes it: the algorithm, a blank and base64, without a comment. */
    public String publicLine() {
        return PublicKeyEntry.toString(pair.getPublic());
    }

    /** The public half only. */
    @Override
    public String toString() {
        return publicLine();
    }
}
