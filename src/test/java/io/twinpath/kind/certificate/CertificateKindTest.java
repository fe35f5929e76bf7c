package io.twinpath.kind.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Span;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.UnreadableException;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.model.Address;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CertificateKindTest {

    private static final Address ADDRESS = Address.onHost("host_certificate", "esxi1", "api");
    private static final Instant END = Instant.parse("2034-01-01T00:00:00Z");

    private static String pem() throws IOException {
        try (var in = Objects.requireNonNull(CertificateKindTest.class.getResourceAsStream("/lab/rui.crt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static Observed<HostCertificate> read(String text) throws UnreadableException {
        Replies replies = Replies.none();
        replies.add(Map.of(new FileQuery(HostFile.CERTIFICATE), new Reply(0, Format.TEXT, text, "test")));
        return new CertificateSsh().read(ADDRESS, Optional.empty(), replies);
    }

    private static HostCertificate found() throws Exception {
        if (read("# a comment\n" + pem() + pem()) instanceof Observed.Present<HostCertificate> p) {
            return p.value();
        }
        throw new AssertionError("the certificate was not found");
    }

    @Test
    void readsTheFirstOneOfTheFile() throws Exception {
        HostCertificate found = found();
        assertThat(found.notAfter()).contains(END.toString());
        assertThat(found.subject().orElseThrow()).startsWith("CN=localhost.localdomain");
        assertThat(found.issuer()).isEqualTo(found.subject());
        assertThat(found.sha256().orElseThrow()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void whatIsNoneIsUnreadable() throws Exception {
        String pem = pem();
        for (String text :
                List.of("", "hello", pem.substring(0, 200), pem.replace('M', '!'), pem.replace("MII", "AAA"))) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void itsEndIsAFindingWhenItComesBeforeTheDaysThatAreWanted() throws Exception {
        assertThat(codes(30, END.minusSeconds(31 * 86_400L))).isEmpty();
        assertThat(codes(30, END.minusSeconds(29 * 86_400L))).containsExactly("DIF0202");
        assertThat(codes(30, END.plusSeconds(1))).containsExactly("DIF0201");
        assertThat(codes(0, END.minusSeconds(1))).isEmpty();
    }

    private static List<String> codes(int days, Instant now) throws Exception {
        HostCertificate wanted = new HostCertificate(
                Optional.of(days),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Resource<HostCertificate> resource =
                new Resource<>(ADDRESS, Optional.of(wanted), Span.of("test.yml", 1, 1, 0), new TreeMap<>(), Set.of());
        return new CertificateKind()
                .findings(resource, found(), now).stream().map(Diagnostic::code).toList();
    }
}
