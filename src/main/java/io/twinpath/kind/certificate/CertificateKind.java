package io.twinpath.kind.certificate;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.Observed;
import io.twinpath.model.Obstacle;
import io.twinpath.model.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The certificate of a host. */
public final class CertificateKind implements Kind<HostCertificate> {

    static final String NAME = "host_certificate";

    /** What the certificate is for. */
    static final String API = "api";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "the certificate of a host";
    }

    @Override
    public Class<HostCertificate> type() {
        return HostCertificate.class;
    }

    @Override
    public Placement placement() {
        return Placement.hostSingle("host_certificate", API);
    }

    @Override
    public void check(Resource<HostCertificate> resource, Diagnostics into) {
        if (resource.desired().isEmpty()) {
            into.add(KindProblem.cannotBeAbsent(resource, "Take the key out to expect nothing of it."));
        }
    }

    @Override
    public Optional<Obstacle> obstacle(Resource<HostCertificate> resource, Observed<HostCertificate> observed) {
        return observed instanceof Observed.Absent<HostCertificate>
                ? Optional.of(new Obstacle.Unsupported("This host has no certificate, and Twinpath makes none."))
                : Optional.empty();
    }

    /** A certificate that has ended, or will before the days that the spec asks for; without them only the first. */
    @Override
    public List<Diagnostic> findings(Resource<HostCertificate> resource, HostCertificate observed, Instant seen) {
        int days = resource.desired().flatMap(HostCertificate::minDays).orElse(0);
        Optional<Instant> end = observed.notAfter().map(Instant::parse);
        if (end.isEmpty() || !seen.plus(Duration.ofDays(days)).isAfter(end.orElseThrow())) {
            return List.of();
        }
        Instant last = end.orElseThrow();
        return List.of(
                seen.isAfter(last)
                        ? KindProblem.certificateEnded(resource, last)
                        : KindProblem.certificateEnds(
                                resource, last, Duration.between(seen, last).toDays(), days));
    }

    /** Every host has one, and none is the same. */
    @Override
    public boolean asInstalled(HostCertificate observed) {
        return true;
    }

    @Override
    public List<Binding<HostCertificate>> bindings() {
        return List.of(new CertificateSsh(), new CertificateApi());
    }
}
