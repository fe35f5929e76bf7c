package io.twinpath.risk.rule;

import io.twinpath.kind.certificate.HostCertificate;
import io.twinpath.model.Address;
import io.twinpath.risk.Finding;
import io.twinpath.risk.Remedy;
import io.twinpath.risk.Rule;
import io.twinpath.risk.Scene;
import io.twinpath.risk.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The certificate of a host has ended, or does within 30 days, or within {@code min_days} of the spec where that is more. When
 * it ends, vCenter loses the host, and with it vMotion and the settings of HA. Silent about certificates that were not read.
 */
public final class EndingCertificate implements Rule {

    private static final int SOON = 30;

    @Override
    public String code() {
        return "RSK0301";
    }

    @Override
    public String summary() {
        return "Certificate ends";
    }

    @Override
    public List<Finding> findings(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        scene.all(HostCertificate.class)
                .forEach((address, certificate) -> certificate
                        .notAfter()
                        .flatMap(EndingCertificate::instant)
                        .filter(end -> end.isBefore(scene.now().plus(Duration.ofDays(days(scene, address)))))
                        .ifPresent(end -> findings.add(finding(scene, address, end))));
        return findings;
    }

    private static int days(Scene scene, Address address) {
        return Math.max(
                SOON,
                scene.declared(address, HostCertificate.class)
                        .flatMap(HostCertificate::minDays)
                        .orElse(0));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Finding finding(Scene scene, Address address, Instant end) {
        String host = address.host().orElseThrow();
        boolean over = end.isBefore(scene.now());
        long days = Duration.between(scene.now(), end).toDays();
        String title = "The certificate of " + host
                + (over
                        ? " ended at " + end
                        : " ends at " + end + ", in " + days + Words.times((int) days, " day", " days"))
                + ".";
        return Finding.of(code(), over ? Severity.HIGH : Severity.LOW, title, address.toString())
                .on(host)
                .at(scene.place(address))
                .remedy(Remedy.of("Renew it in vCenter, or on the host with /sbin/generate-certificates."));
    }
}
