package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverException.Problem;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.Option;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.Usage;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.model.SecretRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the SSH server that nobody here wrote. */
class OpenSshIT {

    private static final Query NICS = EsxcliQuery.of("network nic list");
    private static final EsxcliCommand ADD =
            EsxcliCommand.of("network vswitch standard add", Option.of("vswitch-name", "vSwitch1"));

    @TempDir
    static Path folder;

    private static Optional<OpenSsh> running = Optional.empty();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        if (OpenSsh.binary().isEmpty()) {
            assertThat(System.getenv("CI")).as("sshd must be installed in CI").isNull();
            Assumptions.abort("OpenSSH's sshd is not installed: what it would prove is not proven here");
        }
        running = Optional.of(OpenSsh.start(folder, "MaxStartups=100:30:200", "MaxSessions=20"));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(OpenSsh::close);
    }

    @Test
    void aWholeReadIsOneRoundTrip() throws DriverException, IOException {
        try (SshDriver driver = driver(server().port());
                Reader reader = driver.reader("esxi1")) {
            Query odd = EsxcliQuery.of("storage core path get", Option.of("path", "it's\n$(id) \u4e2d"));
            Query unended = EsxcliQuery.of("unended thing get");
            Map<Query, Reply> replies = reader.ask(List.of(NICS, odd, unended));
            assertThat(replies.get(NICS))
                    .isEqualTo(new Reply(0, Format.XML, "true\n", "esxi1: esxcli network nic list"));
            assertThat(reply(replies, unended).body()).isEqualTo("no end of line");
            assertThat(server().calls())
                    .contains(
                            List.of("--formatter=xml", "network", "nic", "list"),
                            List.of("--formatter=xml", "storage", "core", "path", "get", "--path=it's\n$(id) \u4e2d"));
            assertThat(driver.usage("esxi1")).isEqualTo(new Usage(1, 1, 3));
        }
    }

    @Test
    void argumentsArriveUnchanged() throws DriverException, IOException {
        Random random = new Random(13);
        List<EsxcliCommand> commands = new ArrayList<>();
        List<Query> queries = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder value = new StringBuilder();
            for (int n = random.nextInt(60); n >= 0; n--) {
                value.appendCodePoint(random.nextInt(5) > 0 ? 1 + random.nextInt(0x7e) : 0xa1 + random.nextInt(0x3000));
            }
            values.add(value.toString());
            queries.add(EsxcliQuery.of("arguments test get", Option.of("value", value.toString())));
        }
        commands.add(EsxcliCommand.of("arguments test set", Option.flag("auto"), Option.of("value", values.get(0))));
        try (SshDriver driver = driver(server().port());
                Writer writer = driver.writer("esxi1")) {
            assertThat(writer.ask(queries)).hasSize(60);
            assertThat(writer.send(commands.get(0)).ok()).isTrue();
        }
        List<List<String>> calls = server().calls();
        for (String value : values) {
            assertThat(calls).contains(List.of("--formatter=xml", "arguments", "test", "get", "--value=" + value));
        }
        assertThat(calls).contains(List.of("arguments", "test", "set", "--auto", "--value=" + values.get(0)));
    }

    @Test
    void longReadsAreCutIntoSeveralScripts() throws DriverException {
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            queries.add(EsxcliQuery.of("many things get", Option.of("thing", "x".repeat(100) + i)));
        }
        SshLimits limits = SshLimits.standard().withSizes(1 << 20, 1 << 20, 4096);
        try (SshDriver driver = driver(server().port(), limits, Secrets.none());
                Reader reader = driver.reader("esxi1")) {
            assertThat(reader.ask(queries)).hasSize(60);
            assertThat(driver.usage("esxi1").calls()).isEqualTo(60);
            assertThat(driver.usage("esxi1").roundTrips()).isBetween(3, 6);
        }
    }

    @Test
    void textIsAskedWhereXmlIsRefused() throws DriverException {
        Query query = EsxcliQuery.of("text only get");
        try (SshDriver driver = driver(server().port());
                Reader reader = driver.reader("esxi1")) {
            assertThat(reply(reader.ask(List.of(query, NICS)), query).format()).isEqualTo(Format.TEXT);
            // remembered: the next read does not try again
            assertThat(reply(reader.ask(List.of(NICS)), NICS).format()).isEqualTo(Format.TEXT);
            assertThat(driver.usage("esxi1")).isEqualTo(new Usage(1, 3, 4));
        }
    }

    @Test
    void aRefusalIsAnAnswer() throws DriverException {
        try (SshDriver driver = driver(server().port());
                Writer writer = driver.writer("esxi1")) {
            Reply reply = writer.send(EsxcliCommand.of("busy uplink add"));
            assertThat(reply.exit()).isEqualTo(1);
            assertThat(reply.body()).isEqualTo("Unable to Set: Busy\n");
        }
    }

    @Test
    void secretsAreSentAndNotShown() throws DriverException, IOException {
        SecretRef reference = SecretRef.parse("secret://env/CHAP");
        EsxcliCommand command = EsxcliCommand.of("echo chap set", Option.secret("secret", reference));
        Secrets secrets = r -> Secret.of("hunter2'hunter2");
        try (SshDriver driver = driver(server().port(), SshLimits.standard(), secrets);
                Writer writer = driver.writer("esxi1")) {
            Reply reply = writer.send(command);
            assertThat(reply.body()).isEqualTo("--secret=***");
            assertThat(reply.toString()).doesNotContain("hunter2");
        }
        assertThat(server().calls()).contains(List.of("echo", "chap", "set", "--secret=hunter2'hunter2"));
    }

    @Test
    void aCommandThatDoesNotEndIsInDoubt() throws DriverException {
        SshLimits limits = SshLimits.standard().withTimes(Duration.ofSeconds(10), Duration.ofSeconds(1));
        try (SshDriver driver = driver(server().port(), limits, Secrets.none());
                Writer writer = driver.writer("esxi1")) {
            assertProblem(() -> writer.send(EsxcliCommand.of("hang host set")), Problem.IN_DOUBT, "1 s");
            assertProblem(() -> writer.ask(List.of(EsxcliQuery.of("hang host get"))), Problem.UNREACHABLE, "1 s");
        }
    }

    @Test
    void aCommandThatASignalEndedIsInDoubt() throws DriverException {
        try (SshDriver driver = driver(server().port());
                Writer writer = driver.writer("esxi1")) {
            assertProblem(() -> writer.send(EsxcliCommand.of("die now set")), Problem.IN_DOUBT, "signal");
        }
    }

    @Test
    void aFloodIsStopped() throws DriverException {
        SshLimits limits = SshLimits.standard().withSizes(1 << 20, 1 << 20, 96 << 10);
        try (SshDriver driver = driver(server().port(), limits, Secrets.none());
                Writer writer = driver.writer("esxi1")) {
            assertProblem(() -> writer.ask(List.of(EsxcliQuery.of("flood host get"))), Problem.PROTOCOL, "1 MiB");
            assertProblem(() -> writer.send(EsxcliCommand.of("flood host set")), Problem.IN_DOUBT, "1 MiB");
        }
    }

    @Test
    void aFrozenPeerIsNoticed() throws Exception {
        SshLimits limits = SshLimits.standard().withKeepalive(Duration.ofMillis(300));
        try (Proxy proxy = new Proxy(server().port());
                SshDriver driver = driver(proxy.port(), limits, Secrets.none());
                Writer writer = driver.writer("esxi1")) {
            proxy.freeze();
            assertProblem(() -> writer.send(ADD), Problem.IN_DOUBT, "the connection broke");
        }
    }

    @Test
    void aConnectionThatIsResetAtOnceIsTriedAgain() throws Exception {
        try (Proxy proxy = new Proxy(server().port());
                SshDriver driver = driver(proxy.port())) {
            proxy.resetFirst(1);
            try (Reader reader = driver.reader("esxi1")) {
                assertThat(reader.ask(List.of(NICS))).hasSize(1);
            }
            assertThat(proxy.connections()).isEqualTo(2);
        }
        try (Proxy proxy = new Proxy(server().port());
                SshDriver driver = driver(proxy.port())) {
            proxy.resetFirst(9);
            assertProblem(() -> driver.reader("esxi1"), Problem.UNREACHABLE, "at once");
            assertThat(proxy.connections()).isEqualTo(2);
        }
    }

    /** Wherever the connection breaks, nobody is told of a success that was not seen. */
    @Test
    void noCutIsTakenForSuccess() throws Exception {
        long login;
        long whole;
        try (Proxy proxy = new Proxy(server().port());
                SshDriver driver = driver(proxy.port());
                Writer writer = driver.writer("esxi1")) {
            login = proxy.down();
            assertThat(writer.send(ADD).ok()).isTrue();
            whole = proxy.down();
        }
        int doubts = 0;
        for (long cut = 0; cut < whole; cut += cut < login ? login / 12 : 36) {
            try (Proxy proxy = new Proxy(server().port());
                    SshDriver driver = driver(proxy.port())) {
                proxy.cutAfter(cut);
                Optional<Problem> problem = outcome(driver);
                if (cut < login - 64) {
                    assertThat(problem).as("cut after %d of %d", cut, whole).contains(Problem.UNREACHABLE);
                } else if (problem.isPresent()) {
                    assertThat(problem.orElseThrow()).isIn(Problem.UNREACHABLE, Problem.IN_DOUBT);
                    doubts += problem.orElseThrow() == Problem.IN_DOUBT ? 1 : 0;
                }
            }
        }
        assertThat(doubts).isPositive();
    }

    private static Optional<Problem> outcome(SshDriver driver) {
        try (Writer writer = driver.writer("esxi1")) {
            assertThat(writer.send(ADD).body()).isEqualTo("true\n");
            return Optional.empty();
        } catch (DriverException e) {
            return Optional.of(e.problem());
        }
    }

    @Test
    void aKeptConnectionThatDiedIsReplacedForReading() throws Exception {
        try (Proxy proxy = new Proxy(server().port());
                SshDriver driver = driver(proxy.port())) {
            driver.reader("esxi1").close();
            proxy.cutAfter(0);
            try (Reader reader = driver.reader("esxi1")) {
                proxy.cutAfter(Long.MAX_VALUE);
                assertThat(reader.ask(List.of(NICS))).hasSize(1);
                assertThat(reader.ask(List.of(NICS))).hasSize(1);
            }
            assertThat(driver.usage("esxi1").logins()).isBetween(1, 2);
        }
    }

    @Test
    void keysAreTakenFromFilesAndAgents() throws Exception {
        Path encrypted = folder.resolve("encrypted");
        OpenSsh.keygen(encrypted, "rsa", "open sesame");
        Path authorized = folder.resolve("etc/authorized");
        Files.writeString(authorized, Files.readString(authorized) + Files.readString(folder.resolve("encrypted.pub")));
        Secrets right = r -> Secret.of("open sesame");
        Secrets wrong = r -> Secret.of("abracadabra");
        Optional<SecretRef> reference = Optional.of(SecretRef.parse("secret://env/PHRASE"));
        try (SshDriver driver = driver(target(server().port(), encrypted, reference), SshLimits.standard(), right)) {
            assertThat(driver.reader("esxi1").ask(List.of(NICS))).hasSize(1);
        }
        try (SshDriver driver = driver(target(server().port(), encrypted, reference), SshLimits.standard(), wrong)) {
            assertProblem(() -> driver.reader("esxi1"), Problem.UNAUTHENTICATED, "passphrase does not open");
        }
        try (SshDriver driver =
                driver(target(server().port(), encrypted, Optional.empty()), SshLimits.standard(), right)) {
            assertProblem(() -> driver.reader("esxi1"), Problem.UNAUTHENTICATED, "no \"passphrase\" is given");
        }
        Path open = Files.copy(server().clientKey(), folder.resolve("open"));
        Files.setPosixFilePermissions(open, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        try (SshDriver driver = driver(target(server().port(), open, Optional.empty()), SshLimits.standard(), right)) {
            assertProblem(() -> driver.reader("esxi1"), Problem.UNAUTHENTICATED, "chmod 600");
        }
    }

    @Test
    void anAgentSigns() throws Exception {
        Path socket = folder.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            for (int i = 0; i < 100 && !Files.exists(socket); i++) {
                agent.waitFor(50, TimeUnit.MILLISECONDS);
            }
            ProcessBuilder add =
                    new ProcessBuilder("ssh-add", "-q", server().clientKey().toString());
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            add.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            assertThat(add.start().waitFor()).isZero();
            SshTarget target = new SshTarget(
                    "esxi1",
                    "127.0.0.1",
                    server().port(),
                    System.getProperty("user.name"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(server().hostKey().line()));
            try (SshDriver driver =
                    new SshDriver(List.of(target), pins(), Secrets.none(), Optional.of(socket), SshLimits.standard())) {
                assertThat(driver.reader("esxi1").ask(List.of(NICS))).hasSize(1);
            }
            try (SshDriver driver =
                    new SshDriver(List.of(target), pins(), Secrets.none(), Optional.empty(), SshLimits.standard())) {
                assertProblem(() -> driver.reader("esxi1"), Problem.UNAUTHENTICATED, "no SSH agent answers");
            }
        } finally {
            agent.destroyForcibly();
        }
    }

    @Test
    void fiftyHostsAtOnce() throws Exception {
        List<SshTarget> targets = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            targets.add(target("esxi" + i, server().port(), server().clientKey(), Optional.empty()));
        }
        try (SshDriver driver = new SshDriver(targets, pins(), Secrets.none(), Optional.empty(), SshLimits.standard());
                var pool = java.util.concurrent.Executors.newFixedThreadPool(50)) {
            List<java.util.concurrent.Future<Integer>> reads = new ArrayList<>();
            for (SshTarget target : targets) {
                reads.add(pool.submit(() -> {
                    try (Reader reader = driver.reader(target.host())) {
                        return reader.ask(List.of(NICS)).size();
                    }
                }));
            }
            for (var read : reads) {
                assertThat(read.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void trustLooksPinsAndIsEnough() throws Exception {
        PinFile pins = new PinFile(folder.resolve("new/known_hosts"));
        SshTarget target = new SshTarget(
                "esxi1",
                "127.0.0.1",
                server().port(),
                System.getProperty("user.name"),
                Optional.empty(),
                Optional.of(server().clientKey()),
                Optional.empty(),
                Optional.empty());
        try (SshDriver driver =
                new SshDriver(List.of(target), pins, Secrets.none(), Optional.empty(), SshLimits.standard())) {
            assertProblem(() -> driver.reader("esxi1"), Problem.UNTRUSTED, "twinpath trust esxi1");
            Trust trust = new Trust(pins, SshLimits.standard());
            PublicKey key = trust.look(target);
            assertThat(key).isEqualTo(server().hostKey());
            trust.pin(target, key);
            trust.pin(target, key);
            assertThat(Files.readAllLines(pins.file())).hasSize(1);
            assertThat(driver.reader("esxi1").ask(List.of(NICS))).hasSize(1);
        }
    }

    private static Reply reply(Map<Query, Reply> replies, Query query) {
        return Optional.ofNullable(replies.get(query)).orElseThrow();
    }

    private static OpenSsh server() {
        return running.orElseThrow();
    }

    private static PinFile pins() {
        return new PinFile(folder.resolve("none"));
    }

    private static SshDriver driver(int port) {
        return driver(port, SshLimits.standard(), Secrets.none());
    }

    private static SshDriver driver(int port, SshLimits limits, Secrets secrets) {
        return driver(target(port, server().clientKey(), Optional.empty()), limits, secrets);
    }

    private static SshDriver driver(SshTarget target, SshLimits limits, Secrets secrets) {
        return new SshDriver(List.of(target), pins(), secrets, Optional.empty(), limits);
    }

    private static SshTarget target(int port, Path key, Optional<SecretRef> passphrase) {
        return target("esxi1", port, key, passphrase);
    }

    private static SshTarget target(String host, int port, Path key, Optional<SecretRef> passphrase) {
        try {
            return new SshTarget(
                    host,
                    "127.0.0.1",
                    port,
                    System.getProperty("user.name"),
                    Optional.empty(),
                    Optional.of(key),
                    passphrase,
                    Optional.of(server().hostKey().line()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertProblem(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Problem problem, String words) {
        assertThatThrownBy(call)
                .hasMessageContaining(words)
                .asInstanceOf(type(DriverException.class))
                .extracting(DriverException::problem)
                .isEqualTo(problem);
    }
}
