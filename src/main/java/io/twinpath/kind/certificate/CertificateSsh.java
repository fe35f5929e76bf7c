package io.twinpath.kind.certificate;

import io.twinpath.driver.Command;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.Binding;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificate through its file. */
final class CertificateSsh implements Binding<HostCertificate> {

    private static final FileQuery FILE = new FileQuery(HostFile.CERTIFICATE);
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public Observed<HostCertificate> read(Address address, Optional<HostCertificate> wanted, Replies replies)
            throws UnreadableException {
        Optional<String> text = replies.text(FILE);
        return text.isEmpty() ? new Observed.Absent<>() : new Observed.Present<>(certificate(text.orElseThrow()));
    }

    /** The first certificate in the file is the host's; those of its issuers may follow. */
    private static HostCertificate certificate(String text) throws UnreadableException {
        int begin = text.indexOf(BEGIN);
        if (begin < 0) {
            throw new UnreadableException(FILE + " holds no certificate in PEM form.");
        }
        try {
            byte[] bytes = text.substring(begin).getBytes(StandardCharsets.UTF_8);
            if (!(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes))
                    instanceof X509Certificate found)) {
                throw new UnreadableException(FILE + " holds a certificate of another kind than X.509.");
            }
            return new HostCertificate(
                    Optional.empty(),
                    Optional.of(found.getSubjectX500Principal().getName()),
                    Optional.of(found.getIssuerX500Principal().getName()),
                    Optional.of(found.getNotBefore().toInstant().toString()),
                    Optional.of(found.getNotAfter().toInstant().toString()),
                    Optional.of(fingerprint(found.getEncoded())));
        } catch (CertificateException | RuntimeException e) {
            throw new UnreadableException(FILE + " holds a damaged certificate.", e);
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

    @Override
    public List<Query> census() {
        return List.of(FILE);
    }

    @Override
    public Map<Address, Optional<HostCertificate>> found(Scope.Host host, Replies replies) {
        return Map.of(new Address(CertificateKind.NAME, host, CertificateKind.API), Optional.empty());
    }

    /** Nothing is ever changed. */
    @Override
    public List<Command> script(Change<HostCertificate> change) {
        return List.of();
    }
}
