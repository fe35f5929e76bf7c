package io.twinpath.driver.api;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverProblem;
import io.twinpath.driver.pin.PinText.Unusable;
import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Looks at the certificate of a server and pins it, for a person who compared the fingerprint. */
public final class ApiTrust {

    private final CertificatePins pins;
    private final ApiLimits limits;

    public ApiTrust(CertificatePins pins, ApiLimits limits) {
        this.pins = pins;
        this.limits = limits;
    }

    /** The certificate that the server shows. The handshake is broken off: there is no request, let alone a login. */
    public Fingerprint look(ApiTarget target) throws DriverException {
        CertificateCheck check = CertificateCheck.looking(target);
        ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("api watchdog").factory());
        try (Channel unexpected = Channel.open(target, Channel.context(check), check, limits, watchdog)) {
            throw new IllegalStateException("connected without a check: " + unexpected.usable());
        } catch (DriverException e) {
            return check.shown().orElseThrow(() -> e);
        } finally {
            watchdog.shutdownNow();
        }
    }

    /** Pins a certificate; nothing to do when it is pinned already. A server that has another pin keeps it. */
    public void pin(ApiTarget target, Fingerprint fingerprint) throws DriverException {
        CertificateCheck check = CertificateCheck.of(target, pins);
        if (check.pins().contains(fingerprint)) {
            return;
        }
        if (!check.pins().isEmpty()) {
            throw new DriverException(new DriverProblem.ChangedCertificate(
                    target.place(),
                    fingerprint.toString(),
                    target.sha256().isPresent()
                            ? "\"sha256\" in the spec"
                            : pins.file().toString()));
        }
        try {
            pins.add(target.pinName(), fingerprint);
        } catch (IOException | Unusable e) {
            throw new DriverException(new DriverProblem.BadCertificatePin(
                    target.place(), pins.file().toString(), "cannot be written"));
        }
    }
}
