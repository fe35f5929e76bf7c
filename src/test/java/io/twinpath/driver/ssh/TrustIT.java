package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverException.Problem;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.model.SecretRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is believed, and what a host gets to see before and after. The server counts every credential that reaches it. */
class TrustIT {

    @TempDir
    Path folder;

    private final AtomicInteger credentials = new AtomicInteger();
    private final AtomicInteger lookups = new AtomicInteger();
    private final SshServer server = SshServer.setUpDefaultServer();
    private PinFile pins = new PinFile(Path.of("none"));
    private PublicKey key = new PublicKey("none", "");

    @BeforeEach
    void start() throws Exception {
        KeyPair pair = ecdsa();
        key = PublicKey.parse(PublicKeyEntry.toString(pair.getPublic())).orElseThrow();
        pins = new PinFile(folder.resolve("known_hosts"));
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(pair));
        server.setPasswordAuthenticator((user, password, session) -> {
            credentials.incrementAndGet();
            return password.equals("right");
        });
        server.setKeyboardInteractiveAuthenticator(new DefaultKeyboardInteractiveAuthenticator() {
            @Override
            public boolean authenticate(org.apache.sshd.server.session.ServerSession s, String user, List<String> r) {
                credentials.incrementAndGet();
                return r.contains("right");
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close(true);
    }

    @Test
    void anUnknownKeyIsRefusedBeforeAnything() throws IOException {
        server.start();
        assertRefused(Optional.empty(), "right", Problem.UNTRUSTED, key.fingerprint(), "twinpath trust esxi1");
    }

    @Test
    void aChangedKeyIsRefusedBeforeAnything() throws Exception {
        server.start();
        PublicKey other =
                PublicKey.parse(PublicKeyEntry.toString(ecdsa().getPublic())).orElseThrow();
        assertRefused(Optional.of(other.line()), "right", Problem.UNTRUSTED, key.fingerprint(), "\"host_key\"");

        pins.add("[esxi1]:" + server.getPort(), other);
        assertRefused(Optional.empty(), "right", Problem.UNTRUSTED, key.fingerprint(), "known_hosts");
        assertThatThrownBy(() -> new Trust(pins, SshLimits.standard()).pin(target(Optional.empty()), key))
                .isInstanceOf(DriverException.class);
    }

    @Test
    void aRevokedKeyIsRefusedEvenWhenTheSpecPinsIt() throws IOException {
        server.start();
        Files.writeString(pins.file(), "@revoked * " + key.line() + "\n");
        assertRefused(Optional.of(key.line()), "right", Problem.UNTRUSTED, "line 1 of the pin file revokes");
    }

    @Test
    void certificateAuthoritiesAndDamagedPinsAreRefused() throws IOException {
        server.start();
        for (String line : List.of(
                "@cert-authority * " + key.line(),
                "* " + key.line(),
                "esxi1 ssh-ed25519 AAAA",
                "esxi1 ssh-ed25519 " + key.base64(),
                "esxi1")) {
            Files.writeString(pins.file(), "# pins\n" + line + "\n");
            assertRefused(Optional.empty(), "right", Problem.UNTRUSTED, "line 2");
        }
        Files.delete(pins.file());
        assertRefused(Optional.of("AAAA"), "right", Problem.UNTRUSTED, "\"host_key\" is not a key");
    }

    @Test
    void hashedAndPlainPinsAreFound() throws Exception {
        server.start();
        pins.add("[esxi1]:" + server.getPort(), key);
        assertThat(HostKeyCheck.of(target(Optional.empty()), pins).pinned()).containsExactly(key);

        Process hash = new ProcessBuilder(
                        "ssh-keygen", "-q", "-H", "-f", pins.file().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(hash.waitFor()).isZero();
        assertThat(Files.readString(pins.file())).startsWith("|1|");
        assertThat(HostKeyCheck.of(target(Optional.empty()), pins).pinned()).containsExactly(key);
    }

    @Test
    void weakAlgorithmsAreNamed() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        server.setKeyPairProvider(KeyPairProvider.wrap(rsa.generateKeyPair()));
        server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
        server.start();
        assertRefused(Optional.empty(), "right", Problem.UNTRUSTED, "ssh-rsa");
    }

    @Test
    void aWrongPasswordIsGivenOnceAConnectionAndTwiceARun() throws Exception {
        server.start();
        try (SshDriver driver = driver(Optional.of(key.line()), "wrong")) {
            for (int i = 1; i <= 4; i++) {
                assertThatThrownBy(() -> driver.reader("esxi1"))
                        .hasMessageNotContaining("wrong")
                        .asInstanceOf(type(DriverException.class))
                        .extracting(DriverException::problem)
                        .isEqualTo(Problem.UNAUTHENTICATED);
                assertThat(credentials).hasValue(Math.min(i, 2));
            }
        }
    }

    @Test
    void keyboardInteractiveIsAPasswordToo() throws Exception {
        server.setUserAuthFactories(
                List.of(org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory.INSTANCE));
        server.start();
        try (SshDriver driver = driver(Optional.of(key.line()), "right")) {
            driver.reader("esxi1").close();
            assertThat(driver.usage("esxi1").logins()).isEqualTo(1);
        }
        try (SshDriver driver = driver(Optional.of(key.line()), "wrong")) {
            assertThatThrownBy(() -> driver.reader("esxi1")).hasMessageContaining("refused the login");
        }
        assertThat(credentials).hasValue(2);
    }

    @Test
    void aSecretThatCannotBeHadIsSaid() throws Exception {
        server.start();
        try (SshDriver driver = new SshDriver(
                List.of(target(Optional.of(key.line()))),
                pins,
                Secrets.none(),
                Optional.empty(),
                SshLimits.standard())) {
            assertThatThrownBy(() -> driver.reader("esxi1")).hasMessageContaining("secret://env/ESX_PW");
        }
        assertThat(credentials).hasValue(0);
    }

    @Test
    void lookingAtAKeySendsNoCredential() throws Exception {
        server.start();
        Trust trust = new Trust(pins, SshLimits.standard());
        assertThat(trust.look(target(Optional.empty()))).isEqualTo(key);
        assertThat(credentials).hasValue(0);
    }

    @Test
    void nobodyThereIsSaidAtOnce() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> new Trust(pins, SshLimits.standard()).look(target(port, Optional.empty())))
                .hasMessageContaining("127.0.0.1:" + port + ": connection refused");
    }

    /** Silence, noise without end and something else than SSH. */
    @Test
    void strangersAreBounded() throws Exception {
        SshLimits limits = SshLimits.standard().withTimes(Duration.ofMillis(500), Duration.ofSeconds(1));
        for (String greeting : List.of("", "HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-1.5-old\r\n", "\n\n\n\n")) {
            try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread.ofPlatform().daemon().start(() -> greet(listener, greeting));
                SshTarget target = target(listener.getLocalPort(), Optional.empty());
                assertThatThrownBy(() -> new Trust(pins, limits).look(target))
                        .asInstanceOf(type(DriverException.class))
                        .extracting(DriverException::problem)
                        .isIn(Problem.UNREACHABLE, Problem.PROTOCOL);
            }
        }
    }

    private static void greet(ServerSocket listener, String greeting) {
        try {
            while (true) {
                Socket client = listener.accept();
                client.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // closed by the test
        }
    }

    private void assertRefused(Optional<String> pin, String password, Problem problem, String... words) {
        int before = credentials.get();
        try (SshDriver driver = driver(pin, password)) {
            assertThatThrownBy(() -> driver.reader("esxi1"))
                    .hasMessageContainingAll(words)
                    .asInstanceOf(type(DriverException.class))
                    .extracting(DriverException::problem)
                    .isEqualTo(problem);
        }
        assertThat(credentials).hasValue(before);
        assertThat(lookups).as("the secret was not even looked up").hasValue(0);
        for (Session session : server.getActiveSessions()) {
            assertThat(session.isAuthenticated()).isFalse();
        }
    }

    private SshDriver driver(Optional<String> pin, String password) {
        Secrets secrets = reference -> {
            if (pin.isEmpty() || !pin.orElseThrow().equals(key.line())) {
                lookups.incrementAndGet();
            }
            return Secret.of(password);
        };
        return new SshDriver(List.of(target(pin)), pins, secrets, Optional.empty(), SshLimits.standard());
    }

    private SshTarget target(Optional<String> pin) {
        return target(server.getPort(), pin);
    }

    private static SshTarget target(int port, Optional<String> pin) {
        return new SshTarget(
                "esxi1",
                "127.0.0.1",
                port,
                "root",
                Optional.of(new SshTarget.Referenced(SecretRef.parse("secret://env/ESX_PW"))),
                Optional.empty(),
                Optional.empty(),
                pin);
    }

    private static KeyPair ecdsa() throws Exception {
        KeyPairGenerator generator = SecurityUtils.getKeyPairGenerator("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
