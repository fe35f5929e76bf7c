package io.twinpath.driver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverException.Problem;
import io.twinpath.driver.PropertyQuery;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.vim.Handle;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever stands in between gets no credential: what a server of our own received is searched for it. */
class ManInTheMiddleIT {

    private static final String PLACE = "esxi1.lain.local";
    private static final PropertyQuery NAME = PropertyQuery.of(new Handle.Host(), "name");

    @TempDir
    Path folder;

    private ApiDriver driver(ApiTarget target) {
        return new ApiDriver(
                List.of(target),
                Map.of(),
                new CertificatePins(folder.resolve("known_certificates")),
                Secrets.none(),
                ApiLimits.standard().withTimes(Duration.ofSeconds(3), Duration.ofSeconds(5)));
    }

    private DriverException refused(ApiTarget target) {
        try (ApiDriver driver = driver(target)) {
            return catchThrowableOfType(DriverException.class, () -> read(driver));
        }
    }

    private static void read(ApiDriver driver) throws DriverException {
        try (Reader reader = driver.reader(PLACE)) {
            reader.ask(List.of(NAME));
        }
    }

    /** In any form in which it could have travelled. */
    private static void nothingSecret(TestServer server) {
        String password = TestServer.PASSWORD;
        assertThat(server.seen())
                .doesNotContain(password)
                .doesNotContain("Geheim-7")
                .doesNotContain("<Login")
                .doesNotContain(URLEncoder.encode(password, StandardCharsets.UTF_8))
                .doesNotContain(
                        Base64.getEncoder().encodeToString(("root:" + password).getBytes(StandardCharsets.UTF_8)));
    }

    /** Not one byte of a request arrived. */
    private void refusedInTheHandshake(TestServer server, ApiTarget target, String sentence) {
        DriverException e = refused(target);
        assertThat(e.problem()).isEqualTo(Problem.UNTRUSTED);
        assertThat(e).hasMessageContaining(sentence).hasMessageContaining("No credential was sent.");
        assertThat(server.connections()).as("it was really asked").isPositive();
        assertThat(server.seen()).isEmpty();
    }

    /** What these tests look for is found where it is: a server that is trusted gets the password. */
    @Test
    void theRightServerGetsTheCredential() throws Exception {
        TestCertificate own = TestCertificate.selfSigned();
        try (TestServer server = TestServer.tls(own, new Esxi());
                ApiDriver driver = driver(server.target(PLACE, own.sha256()))) {
            read(driver);
            assertThat(server.seen()).contains("<Login", "Geheim-7!&lt;&amp;&gt;ü");
        }
    }

    @Test
    void anotherCertificateThanThePinned() throws Exception {
        try (TestServer server = TestServer.tls(TestCertificate.selfSigned(), new Esxi())) {
            String pin = TestCertificate.selfSigned().sha256();
            refusedInTheHandshake(server, server.target(PLACE, pin), "not the one pinned by \"sha256\" in the spec");
        }
    }

    @Test
    void anotherCertificateThanThatInThePinFile() throws Exception {
        try (TestServer server = TestServer.tls(TestCertificate.selfSigned(), new Esxi())) {
            Files.writeString(
                    folder.resolve("known_certificates"),
                    "# ours\n[" + PLACE + "]:" + server.port() + " sha256:"
                            + TestCertificate.selfSigned().sha256() + "\n");
            refusedInTheHandshake(server, server.target(PLACE), "not the one pinned by");
        }
    }

    @Test
    void aCertificateSignedByItselfWithoutAPin() throws Exception {
        try (TestServer server = TestServer.tls(TestCertificate.selfSigned(), new Esxi())) {
            refusedInTheHandshake(server, server.target(PLACE), "nobody whom this machine trusts vouches for it");
        }
    }

    @Test
    void aTrustedAuthorityDoesNotOverruleAPin() throws Exception {
        TestCertificate authority = TestCertificate.make("CA one", Optional.empty(), -1, 1);
        TestCertificate leaf = TestCertificate.make("localhost", Optional.of(authority), -1, 1);
        try (Trusting trusting = new Trusting(authority.trusted(folder));
                TestServer server = TestServer.tls(leaf, new Esxi())) {
            try (ApiDriver driver = driver(server.target(PLACE))) {
                read(driver);
                assertThat(server.seen()).as("trusted without a pin").contains("<Login");
            }
            assertThat(trusting.active()).isTrue();
        }
        try (Trusting trusting = new Trusting(authority.trusted(folder));
                TestServer server = TestServer.tls(leaf, new Esxi())) {
            refusedInTheHandshake(
                    server, server.target(PLACE, TestCertificate.selfSigned().sha256()), "not the one pinned");
            assertThat(trusting.active()).isTrue();
        }
    }

    @Test
    void thePinOfTheAuthorityInsteadOfTheServer() throws Exception {
        TestCertificate authority = TestCertificate.make("CA two", Optional.empty(), -1, 1);
        TestCertificate leaf = TestCertificate.make("localhost", Optional.of(authority), -1, 1);
        try (TestServer server = TestServer.tls(leaf, new Esxi())) {
            refusedInTheHandshake(server, server.target(PLACE, authority.sha256()), "not the one pinned");
        }
    }

    @Test
    void thePinnedCertificateAfterItsEndAndBeforeItsBegin() throws Exception {
        TestCertificate late = TestCertificate.make("localhost", Optional.empty(), -9, -2);
        try (TestServer server = TestServer.tls(late, new Esxi())) {
            refusedInTheHandshake(server, server.target(PLACE, late.sha256()), "whose time ended on");
        }
        TestCertificate early = TestCertificate.make("localhost", Optional.empty(), 2, 9);
        try (TestServer server = TestServer.tls(early, new Esxi())) {
            refusedInTheHandshake(server, server.target(PLACE, early.sha256()), "whose time begins on");
        }
    }

    @Test
    void aTrustedCertificateForAnotherNameOrAnotherTime() throws Exception {
        TestCertificate authority = TestCertificate.make("CA three", Optional.empty(), -10, 10);
        TestCertificate other = TestCertificate.make("esxi9.lain.local", Optional.of(authority), -1, 1);
        try (Trusting trusting = new Trusting(authority.trusted(folder));
                TestServer server = TestServer.tls(other, new Esxi())) {
            refusedInTheHandshake(server, server.target(PLACE), "made for another name than the address");
            assertThat(trusting.active()).isTrue();
        }
        TestCertificate late = TestCertificate.make("localhost", Optional.of(authority), -9, -2);
        try (Trusting trusting = new Trusting(authority.trusted(folder));
                TestServer server = TestServer.tls(late, new Esxi())) {
            refusedInTheHandshake(server, server.target(PLACE), "outside of the time");
            assertThat(trusting.active()).isTrue();
        }
    }

    @Test
    void anOlderTls() throws Exception {
        for (int minor : List.of(1, 2)) {
            try (TestServer server = TestServer.raw((in, out, self) -> helloOf(minor, in, out))) {
                String pin = TestCertificate.selfSigned().sha256();
                DriverException e = refused(server.target(PLACE, pin));
                assertThat(e.problem()).as(e.getMessage()).isEqualTo(Problem.UNTRUSTED);
                assertThat(e).hasMessageContaining("no connection over TLS 1.2 or 1.3");
                assertThat(server.connections()).isPositive();
            }
        }
    }

    /** A server's greeting that chooses TLS 1.0 or 1.1. */
    private static void helloOf(int minor, InputStream in, OutputStream out) throws Exception {
        in.read(new byte[5]);
        byte[] body = new byte[38];
        body[0] = 3;
        body[1] = (byte) minor;
        body[35] = (byte) 0xc0;
        body[36] = 0x13;
        out.write(new byte[] {22, 3, (byte) minor, 0, (byte) (body.length + 4), 2, 0, 0, (byte) body.length});
        out.write(body);
        out.flush();
        in.readAllBytes();
    }

    @Test
    void plainHttp() throws Exception {
        try (TestServer server = TestServer.raw((in, out, self) -> {
            byte[] some = new byte[4096];
            int read = in.read(some);
            self.keep(java.util.Arrays.copyOf(some, Math.max(0, read)));
            out.write(TestServer.http("400 Bad Request", "<html>this is HTTP</html>"));
            out.flush();
        })) {
            DriverException e =
                    refused(server.target(PLACE, TestCertificate.selfSigned().sha256()));
            assertThat(e.problem()).isEqualTo(Problem.UNTRUSTED);
            assertThat(e).hasMessageContaining("does not speak TLS");
            assertThat(server.seen()).isNotEmpty().doesNotContain("POST");
            nothingSecret(server);
        }
    }

    @Test
    void aHandshakeThatBreaksOffOrNeverEnds() throws Exception {
        try (TestServer server = TestServer.raw((in, out, self) -> {
            in.read(new byte[100]);
            out.write(new byte[] {22, 3, 3});
            out.flush();
        })) {
            assertThat(refused(server.target(PLACE, TestCertificate.selfSigned().sha256()))
                            .problem())
                    .isIn(Problem.UNREACHABLE, Problem.UNTRUSTED);
        }
        try (TestServer server = TestServer.raw((in, out, self) -> in.readAllBytes())) {
            DriverException e =
                    refused(server.target(PLACE, TestCertificate.selfSigned().sha256()));
            assertThat(e.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(e).hasMessageContaining("TLS handshake takes too long");
        }
    }

    @Test
    void aRedirectLeadsNowhere() throws Exception {
        TestCertificate own = TestCertificate.selfSigned();
        for (String scheme : List.of("https", "http")) {
            try (TestServer other = TestServer.raw((in, out, self) -> self.keep(in.readAllBytes()));
                    TestServer server = TestServer.tls(
                            own,
                            (method, request) -> TestServer.http(
                                    "307 Temporary Redirect",
                                    "",
                                    "Location: " + scheme + "://localhost:" + other.port() + "/sdk"))) {
                DriverException e = refused(server.target(PLACE, own.sha256()));
                assertThat(e.problem()).isEqualTo(Problem.PROTOCOL);
                assertThat(e).hasMessageContaining("points elsewhere (HTTP 307");
                assertThat(other.connections()).isZero();
                nothingSecret(server);
            }
        }
    }

    @Test
    void aServerThatAsksForAnotherLogin() throws Exception {
        TestCertificate own = TestCertificate.selfSigned();
        for (String status : List.of("401 Unauthorized", "407 Proxy Authentication Required")) {
            try (TestServer server = TestServer.tls(
                    own,
                    (method, request) -> TestServer.http(
                            status, "", "WWW-Authenticate: Basic realm=x", "Proxy-Authenticate: Basic realm=x"))) {
                assertThat(refused(server.target(PLACE, own.sha256())))
                        .hasMessageContaining("it answered HTTP " + status.substring(0, 3));
                nothingSecret(server);
            }
        }
    }

    @Test
    void aCertificateThatChangesBetweenConnections() throws Exception {
        TestCertificate own = TestCertificate.selfSigned();
        Esxi esxi = new Esxi();
        try (TestServer server = TestServer.tls(own, esxi);
                ApiDriver driver = driver(server.target(PLACE, own.sha256()))) {
            read(driver);
            int before = server.seen().length();
            server.show(TestCertificate.selfSigned());
            esxi.next("RetrievePropertiesEx", (method, request) -> null);
            DriverException e = catchThrowableOfType(DriverException.class, () -> read(driver));
            assertThat(e.problem()).isEqualTo(Problem.UNTRUSTED);
            assertThat(server.seen().substring(before))
                    .as("after the one that was still open")
                    .doesNotContain("<Login")
                    .doesNotContain("Geheim-7");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aProxyThatSystemPropertiesNameIsNotAsked() throws Exception {
        TestCertificate own = TestCertificate.selfSigned();
        try (TestServer proxy = TestServer.raw((in, out, self) -> self.keep(in.readNBytes(10)));
                TestServer server = TestServer.tls(own, new Esxi());
                Properties properties = new Properties(Map.of(
                        "https.proxyHost", "localhost",
                        "https.proxyPort", String.valueOf(proxy.port()),
                        "socksProxyHost", "localhost",
                        "socksProxyPort", String.valueOf(proxy.port()),
                        "java.net.useSystemProxies", "true"));
                ApiDriver driver = driver(server.target(PLACE, own.sha256()))) {
            read(driver);
            assertThat(properties.active()).isTrue();
            assertThat(proxy.connections()).isZero();
            assertThat(server.calls("Login")).isEqualTo(1);
        }
    }

    @Test
    void aPinThatIsNoneIsNoPin() throws Exception {
        try (TestServer server = TestServer.tls(TestCertificate.selfSigned(), new Esxi())) {
            DriverException e = refused(server.target(PLACE, "ab:cd"));
            assertThat(e.problem()).isEqualTo(Problem.UNTRUSTED);
            assertThat(e).hasMessageContaining("is not 64 hexadecimal digits");
            assertThat(server.seen()).isEmpty();
            Files.writeString(folder.resolve("known_certificates"), PLACE + " SHA1:aa\n");
            assertThat(refused(server.target(PLACE))).hasMessageContaining("has no pin on line 1");
            assertThat(server.seen()).isEmpty();
        }
    }

    /** {@code trust}: looks, sends nothing, pins, and never overwrites. */
    @Test
    void lookingSendsNothingAndAPinIsKept() throws Exception {
        TestCertificate own = TestCertificate.selfSigned();
        CertificatePins pins = new CertificatePins(folder.resolve("known_certificates"));
        ApiTrust trust = new ApiTrust(pins, ApiLimits.standard());
        try (TestServer server = TestServer.tls(own, new Esxi())) {
            ApiTarget target = server.target(PLACE);
            Fingerprint shown = trust.look(target);
            assertThat(shown.hex()).isEqualTo(own.sha256());
            assertThat(server.seen()).isEmpty();
            trust.pin(target, shown);
            trust.pin(target, shown);
            assertThat(Files.readString(pins.file()))
                    .isEqualTo("[" + PLACE + "]:" + server.port() + " sha256:" + own.sha256() + "\n");
            try (ApiDriver driver = driver(target)) {
                read(driver);
            }
            server.show(TestCertificate.selfSigned());
            Fingerprint other = trust.look(target);
            assertThat(catchThrowableOfType(DriverException.class, () -> trust.pin(target, other))
                            .problem())
                    .isEqualTo(Problem.UNTRUSTED);
            assertThat(refused(target).problem()).isEqualTo(Problem.UNTRUSTED);
        }
    }

    /** System properties for a while. */
    private static class Properties implements AutoCloseable {

        private final Map<String, Optional<String>> before = new java.util.HashMap<>();

        Properties(Map<String, String> now) {
            now.forEach((key, value) -> before.put(key, Optional.ofNullable(System.setProperty(key, value))));
        }

        boolean active() {
            return before.keySet().stream().allMatch(key -> System.getProperty(key) != null);
        }

        @Override
        public void close() {
            before.forEach((key, value) ->
                    value.ifPresentOrElse(v -> System.setProperty(key, v), () -> System.clearProperty(key)));
        }
    }

    /** Another trust store for a while. */
    private static final class Trusting extends Properties {
        Trusting(Path store) {
            super(Map.of("javax.net.ssl.trustStore", store.toString(), "javax.net.ssl.trustStorePassword", "trusted"));
        }
    }
}
