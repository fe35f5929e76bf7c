package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.pin.PinText.Unusable;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges the certificate that a server shows, inside the handshake: no request leaves this machine before. With pins, the
 * leaf must be one of them and within its time, and its names do not matter: hosts sign their certificates themselves.
 * Without pins the trust store decides and the name must be the address. Remembers its objection, because TLS only knows
 * that the handshake failed.
 */
final class CertificateCheck extends X509ExtendedTrustManager {

    private final ApiTarget target;
    private final String pinnedBy;
    private final List<Fingerprint> pins;
    private final boolean looking;
    private volatile Optional<Fingerprint> shown = Optional.empty();
    private volatile Optional<DriverProblem> objection = Optional.empty();

    private CertificateCheck(ApiTarget target, String pinnedBy, List<Fingerprint> pins, boolean looking) {
        this.target = target;
        this.pinnedBy = pinnedBy;
        this.pins = List.copyOf(pins);
        this.looking = looking;
    }

    static CertificateCheck of(ApiTarget target, CertificatePins file) throws DriverException {
        if (target.sha256().isPresent()) {
            Fingerprint pin = Fingerprint.parse(target.sha256().orElseThrow())
                    .orElseThrow(() -> new DriverException(new DriverProblem.BadCertificatePin(
                            target.place(), "\"sha256\" in the spec", "is not 64 hexadecimal digits")));
            return new CertificateCheck(target, "\"sha256\" in the spec", List.of(pin), false);
        }
        try {
            return new CertificateCheck(target, file.file().toString(), file.of(target.pinName()), false);
        } catch (Unusable e) {
            throw new DriverException(new DriverProblem.BadCertificatePin(
                    target.place(), file.file().toString(), String.valueOf(e.getMessage())));
        }
    }

    /** One that lets nothing pass, for looking at the certificate only. */
    static CertificateCheck looking(ApiTarget target) {
        return new CertificateCheck(target, "", List.of(), true);
    }

    /** Whether the name is compared with the address, which is the business of the trust store. */
    boolean comparesName() {
        return pins.isEmpty() && !looking;
    }

    List<Fingerprint> pins() {
        return pins;
    }

    Optional<Fingerprint> shown() {
        return shown;
    }

    Optional<DriverProblem> objection() {
        return objection;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        Fingerprint leaf = leaf(chain);
        if (!pins.isEmpty()) {
            pinned(chain[0], leaf);
        } else if (looking) {
            throw refused(new DriverProblem.UntrustedCertificate(target.place(), leaf.toString(), "nobody was asked"));
        } else {
            try {
                store().checkServerTrusted(chain, type, socket);
            } catch (CertificateException e) {
                throw refused(new DriverProblem.UntrustedCertificate(target.place(), leaf.toString(), why(e)));
            }
        }
    }

    /** Once more on what the connection says it was made with: a resumed one was not judged on the way. */
    void again(X509Certificate leaf) throws CertificateException {
        if (!pins.isEmpty()) {
            pinned(leaf, leaf(new X509Certificate[] {leaf}));
        }
    }

    private Fingerprint leaf(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        Fingerprint leaf = Fingerprint.of(chain[0]);
        shown = Optional.of(leaf);
        return leaf;
    }

    private void pinned(X509Certificate certificate, Fingerprint leaf) throws CertificateException {
        if (!pins.contains(leaf)) {
            throw refused(new DriverProblem.ChangedCertificate(target.place(), leaf.toString(), pinnedBy));
        }
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw refused(new DriverProblem.UntimelyCertificate(
                    target.place(),
                    leaf.toString(),
                    "ended on " + certificate.getNotAfter().toInstant()));
        } catch (CertificateNotYetValidException e) {
            throw refused(new DriverProblem.UntimelyCertificate(
                    target.place(),
                    leaf.toString(),
                    "begins on " + certificate.getNotBefore().toInstant()));
        }
    }

    private static String why(CertificateException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return "it is outside of the time for which it was made";
            }
        }
        String text = String.valueOf(e.getMessage());
        return text.contains("subject alternative") || text.contains("No name matching")
                ? "it is made for another name than the address"
                : "nobody whom this machine trusts vouches for it";
    }

    private CertificateException refused(DriverProblem problem) {
        objection = Optional.of(problem);
        return new CertificateException("refused");
    }

    /** Those whom the Java runtime trusts. Loaded only here: it takes a while, and pinned servers do not need it. */
    private static X509ExtendedTrustManager store() throws CertificateException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager extended) {
                    return extended;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the trust store cannot be used", e);
        }
        throw new CertificateException("there is no trust store");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("only sockets are judged");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("only sockets are judged");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("nobody is served here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("nobody is served here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("nobody is served here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
