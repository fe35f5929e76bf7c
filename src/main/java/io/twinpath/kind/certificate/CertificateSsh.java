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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificate through its file. */
final class CertificateSsh implements Binding<HostCertificate> {

    private static final FileQuery FILE = new FileQuery(HostFile.CERTIFICATE);

    @Override
    public Transport transport() {
        return Transport.SSH;
    }

    @Override
    public Observed<HostCertificate> read(Address address, Optional<HostCertificate> wanted, Replies replies)
            throws UnreadableException {
        Optional<String> text = replies.text(FILE);
        return text.isEmpty()
                ? new Observed.Absent<>()
                : new Observed.Present<>(PemText.certificate(text.orElseThrow(), FILE.toString()));
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
