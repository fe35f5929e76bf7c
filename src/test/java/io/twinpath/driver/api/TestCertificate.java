package io.twinpath.driver.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate with its key, made on the spot: signed by itself or by another, for any name and time. */
record TestCertificate(X509Certificate certificate, PrivateKey key, Optional<TestCertificate> issuer) {

    static final char[] NO_PASSWORD = {};

    private static final byte[] ECDSA_SHA256 = tag(0x30, oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static BigInteger serial = BigInteger.ONE;

    /** For {@code localhost}, from yesterday to tomorrow, by itself. */
    static TestCertificate selfSigned() throws Exception {
        return make("localhost", Optional.empty(), -1, 1);
    }

    /**
     * @param from days from now
     * @param to days from now
     */
    static TestCertificate make(String name, Optional<TestCertificate> issuer, int from, int to) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        synchronized (TestCertificate.class) {
            serial = serial.add(BigInteger.ONE);
        }
        byte[] subject = name(name);
        boolean authority = name.startsWith("CA");
        byte[] body = tag(
                0x30,
                tag(0xa0, tag(0x02, new byte[] {2})),
                tag(0x02, serial.toByteArray()),
                ECDSA_SHA256,
                issuer.map(i -> i.certificate.getSubjectX500Principal().getEncoded())
                        .orElse(subject),
                tag(0x30, time(now.plus(from, ChronoUnit.DAYS)), time(now.plus(to, ChronoUnit.DAYS))),
                subject,
                pair.getPublic().getEncoded(),
                tag(0xa3, tag(0x30, authority ? basic() : names(name))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuer.map(TestCertificate::key).orElse(pair.getPrivate()));
        signature.update(body);
        byte[] der = tag(0x30, body, ECDSA_SHA256, tag(0x03, new byte[] {0}, signature.sign()));
        X509Certificate parsed = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        return new TestCertificate(parsed, pair.getPrivate(), issuer);
    }

    String sha256() throws GeneralSecurityException {
        return Fingerprint.of(certificate).hex();
    }

    /** What serves TLS with it, its issuer shown as well. */
    SSLContext context() throws Exception {
        KeyStore store = empty();
        Certificate[] chain =
                issuer.map(i -> new Certificate[] {certificate, i.certificate}).orElse(new Certificate[] {certificate});
        store.setKeyEntry("server", key, NO_PASSWORD, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** A trust store that knows it. */
    Path trusted(Path folder) throws Exception {
        KeyStore store = empty();
        store.setCertificateEntry("authority", certificate);
        Path file = folder.resolve("trusted.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "trusted".toCharArray());
        }
        return file;
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static byte[] name(String name) {
        return tag(0x30, tag(0x31, tag(0x30, oid(0x55, 0x04, 0x03), tag(0x0c, name.getBytes(StandardCharsets.UTF_8)))));
    }

    private static byte[] time(Instant at) {
        return tag(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] basic() {
        return tag(
                0x30,
                oid(0x55, 0x1d, 0x13),
                tag(0x01, new byte[] {(byte) 0xff}),
                tag(0x04, tag(0x30, tag(0x01, new byte[] {(byte) 0xff}))));
    }

    private static byte[] names(String name) {
        byte[] alternatives = tag(0x30, tag(0x82, name.getBytes(StandardCharsets.US_ASCII)));
        return tag(0x30, oid(0x55, 0x1d, 0x11), tag(0x04, alternatives));
    }

    private static byte[] oid(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return tag(0x06, content);
    }

    private static byte[] tag(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length & 0xff);
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }
}
