package io.twinpath.lab.soap;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What a server proves itself with: a key of P-256 and a certificate that it signed for itself, as real hosts do.
 *
 * @param key as PKCS #8
 * @param certificate as DER
 */
@SuppressWarnings("ArrayRecordComponent")
record Identity(byte[] key, byte[] certificate) {

    private static final String PARTS = ":";
    private static final char[] NO_PASSWORD = {};
    private static final byte[] ECDSA_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final Instant FROM = Instant.parse("2022-10-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2049-12-31T00:00:00Z");

    /** A new one for a server that is reached by that name, or over loopback. */
    static Identity generate(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] body = body(name, pair.getPublic().getEncoded());
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(body);
            return new Identity(
                    pair.getPrivate().getEncoded(), Der.sequence(body, ECDSA_SHA256, Der.bits(signature.sign())));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has P-256", missing);
        }
    }

    /** One that was written by {@link #encoded}; empty for anything else. */
    static Optional<Identity> decode(String text) {
        int parts = text.indexOf(PARTS);
        try {
            return parts < 0
                    ? Optional.empty()
                    : Optional.of(new Identity(
                            Base64.getDecoder().decode(text.substring(0, parts)),
                            Base64.getDecoder().decode(text.substring(parts + 1))));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    String encoded() {
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(key) + PARTS + encoder.encodeToString(certificate);
    }

    /** Lower-case hex of the SHA-256 of the certificate. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    /** What serves TLS with it. */
    SSLContext context() throws GeneralSecurityException {
        Certificate parsed =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
        PrivateKey secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
        SSLContext context = SSLContext.getInstance("TLS");
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("lab", secret, NO_PASSWORD, new Certificate[] {parsed});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            context.init(keys.getKeyManagers(), null, null);
        } catch (java.io.IOException never) {
            throw new GeneralSecurityException(never);
        }
        return context;
    }

    /** What is signed (RFC 5280, 4.1). */
    private static byte[] body(String name, byte[] publicKey) {
        byte[] whom = Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(name))));
        return Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(63, new SecureRandom()).setBit(62)),
                ECDSA_SHA256,
                whom,
                Der.sequence(time(FROM), time(UNTIL)),
                whom,
                publicKey,
                Der.tagged(0xa3, Der.sequence(authority(), names(name))));
    }

    /** RFC 5280 wants years before 2050 in the short form. */
    private static byte[] time(Instant time) {
        byte[] whole = Der.time(time);
        byte[] text = new byte[whole.length - 4];
        System.arraycopy(whole, 4, text, 0, text.length);
        return Der.tagged(0x17, text);
    }

    private static byte[] authority() {
        return Der.sequence(Der.oid("2.5.29.19"), Der.truth(), Der.octets(Der.sequence(Der.truth())));
    }

    private static byte[] names(String name) {
        byte[] loopback = InetAddress.getLoopbackAddress().getAddress();
        byte[] names = new byte[0];
        for (String dns : List.of(name, "localhost")) {
            names = Der.join(names, Der.tagged(0x82, dns.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        }
        return Der.sequence(
                Der.oid("2.5.29.17"), Der.octets(Der.sequence(Der.join(names, Der.tagged(0x87, loopback)))));
    }
}
