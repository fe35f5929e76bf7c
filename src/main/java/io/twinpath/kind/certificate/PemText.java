package io.twinpath.kind.certificate;

import io.twinpath.driver.UnreadableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;

/** A certificate in PEM form. */
final class PemText {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private PemText() {}

    /**
     * The first certificate in the text is the host's; those of its issuers may follow.
     *
     * @param source for messages
     */
    static HostCertificate certificate(String text, String source) throws UnreadableException {
        int begin = text.indexOf(BEGIN);
        if (begin < 0) {
            throw new UnreadableException(source + " holds no certificate in PEM form.");
        }
        try {
            byte[] bytes = text.substring(begin).getBytes(StandardCharsets.UTF_8);
            if (!(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes))
                    instanceof X509Certificate found)) {
                throw new UnreadableException(source + " holds a certificate of another kind than X.509.");
            }
            return new HostCertificate(
                    Optional.empty(),
                    Optional.of(found.getSubjectX500Principal().getName()),
                    Optional.of(found.getIssuerX500Principal().getName()),
                    Optional.of(found.getNotBefore().toInstant().toString()),
                    Optional.of(found.getNotAfter().toInstant().toString()),
                    Optional.of(fingerprint(found.getEncoded())));
        } catch (CertificateException | RuntimeException e) {
            throw new UnreadableException(source + " holds a damaged certificate.", e);
        }
    }

    private static String fingerprint(byte[] der) {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
