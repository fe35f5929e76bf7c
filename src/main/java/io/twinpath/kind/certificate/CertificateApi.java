package io.twinpath.kind.certificate;

import io.twinpath.driver.Command;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.vim.Node;
import io.twinpath.kind.Binding;
import io.twinpath.kind.HostProperties;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Scope;
import io.twinpath.model.Transport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificate through {@code config.certificate}: its PEM text, one signed number a byte. */
final class CertificateApi implements Binding<HostCertificate> {

    private static final String PATH = "config.certificate";
    private static final PropertyQuery GET = HostProperties.query(PATH);

    @Override
    public Transport transport() {
        return Transport.API;
    }

    @Override
    public List<Query> queries(Address address, Optional<HostCertificate> wanted, Replies known) {
        return List.of(GET);
    }

    @Override
    public Observed<HostCertificate> read(Address address, Optional<HostCertificate> wanted, Replies replies)
            throws UnreadableException {
        List<Node> told = HostProperties.items(replies, GET, PATH);
        if (told.isEmpty()) {
            return new Observed.Absent<>();
        }
        byte[] bytes = new byte[told.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = told.get(i)
                    .number()
                    .map(Long::byteValue)
                    .orElseThrow(() -> new UnreadableException("The host's " + PATH + " holds what is no byte."));
        }
        return new Observed.Present<>(PemText.certificate(new String(bytes, StandardCharsets.UTF_8), PATH));
    }

    @Override
    public List<Query> census() {
        return List.of(GET);
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
