package io.twinpath.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinpath.driver.Command;
import io.twinpath.driver.DriverException;
import io.twinpath.driver.DriverException.Problem;
import io.twinpath.driver.EsxcliCommand;
import io.twinpath.driver.EsxcliQuery;
import io.twinpath.driver.FileCommand;
import io.twinpath.driver.FileQuery;
import io.twinpath.driver.HostFile;
import io.twinpath.driver.Option;
import io.twinpath.driver.ProgramCommand;
import io.twinpath.driver.ProgramQuery;
import io.twinpath.driver.Query;
import io.twinpath.driver.Reader;
import io.twinpath.driver.Replies;
import io.twinpath.driver.Reply;
import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.driver.ServiceScript;
import io.twinpath.driver.Writer;
import io.twinpath.driver.esxcli.Output;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.SshEndpoint;
import io.twinpath.lab.site.Operation;
import io.twinpath.model.SecretRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver and the simulated hosts, each the other's second opinion. */
class LabHostsIT {

    private static final String HOST = "esxi1.lain.local";
    private static final SecretRef REFERENCE = SecretRef.parse("secret://env/CHAP");
    private static final EsxcliQuery CHAP = EsxcliQuery.of(
            "iscsi adapter auth chap get", Option.of("adapter", "vmhba64"), Option.of("direction", "uni"));
    private static final EsxcliQuery VERSION = EsxcliQuery.of("system version get");

    @TempDir
    Path folder = Path.of("");

    private Path log = Path.of("");
    private Lab lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow();

    @BeforeEach
    void serve() {
        lab.close();
        log = folder.resolve("lab.log");
        lab = Lab.open("lain-cards-installed", LabOptions.NONE.withLog(log)).orElseThrow();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private SshEndpoint endpoint() {
        return Optional.ofNullable(lab.endpoints().hosts().get(HOST))
                .orElseThrow()
                .ssh();
    }

    private SshDriver driver(int port, SshLimits limits, Secrets secrets) {
        SshEndpoint at = endpoint();
        SshTarget target = new SshTarget(
                HOST,
                at.address(),
                port,
                at.user(),
                Optional.of(new SshTarget.Known(Secret.of(at.password()))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at.hostKey()));
        PinFile pins = new PinFile(folder.resolve("known_hosts"));
        return new SshDriver(List.of(target), pins, secrets, Optional.empty(), limits);
    }

    private static EsxcliCommand chap(String adapter) {
        return EsxcliCommand.of(
                "iscsi adapter auth chap set",
                Option.of("adapter", adapter),
                Option.of("direction", "uni"),
                Option.of("level", "required"),
                Option.of("authname", "esxi1"),
                Option.secret("secret", REFERENCE));
    }

    /** The host takes the secret and says nothing of it, and neither do its log, the answers and the errors. */
    @Test
    void aSecretLeavesNoTrace() throws Exception {
        for (String secret : List.of("hushhushhush", "it's $HOME \"and\" `more` \\", "a b;c|d&e")) {
            try (SshDriver driver = driver(endpoint().port(), SshLimits.standard(), r -> Secret.of(secret));
                    Writer writer = driver.writer(HOST)) {
                Reply taken = writer.send(chap("vmhba64"));
                assertThat(taken.ok()).as(taken.body()).isTrue();
                Reply refused = writer.send(chap("vmhba99"));
                assertThat(refused.ok()).isFalse();
                Reply seen = answer(writer.ask(List.of(CHAP)));
                assertThat(Output.rows(seen).get(0).text("Level")).contains("chapRequired");
                assertThat(List.of(taken.toString(), refused.toString(), seen.toString()))
                        .noneMatch(text -> text.contains(secret));
            }
            assertThat(Files.readString(log))
                    .contains("--secret=***")
                    .doesNotContain("hushhush")
                    .doesNotContain("$HOME")
                    .doesNotContain("c|d");
        }
    }

    /** Files and programs of a simulated host, in one round trip with esxcli, and a file over a restart of the lab. */
    @Test
    void filesAndProgramsAreRealOnes() throws Exception {
        FileQuery ntp = new FileQuery(HostFile.NTP);
        FileQuery keys = new FileQuery(HostFile.ROOT_KEYS);
        ProgramQuery ssh = new ProgramQuery.ServiceStatus(new ServiceScript("SSH"));
        ProgramQuery none = new ProgramQuery.ServiceStatus(new ServiceScript("nosuch"));
        String text = "# it's \"mine\" $HOME `id` \\n %s\r\nserver 10.0.0.1 iburst\n\n";
        try (SshDriver driver = driver(endpoint().port(), SshLimits.standard(), Secrets.none());
                Writer writer = driver.writer(HOST)) {
            Replies before = Replies.none();
            before.add(writer.ask(List.of(VERSION, ntp, keys, ssh, none, new ProgramQuery.StartList())));
            assertThat(before.row(VERSION).text("Product")).contains("VMware ESXi");
            assertThat(before.text(ntp).orElseThrow()).contains("driftfile");
            assertThat(before.text(keys)).contains("");
            assertThat(before.printed(ssh)).isEqualTo("SSH is running\n");
            assertThat(before.reply(none).orElseThrow().exit()).isEqualTo(127);
            assertThat(before.printed(new ProgramQuery.StartList())).containsPattern("(?m)^ntpd +off$");
            assertThat(driver.usage(HOST).roundTrips()).isEqualTo(1);
            ServiceScript daemon = new ServiceScript("ntpd");
            for (Command command : List.of(
                    new FileCommand(HostFile.NTP, text),
                    new ProgramCommand.StartWithHost(daemon, true),
                    new ProgramCommand.Turn(daemon, ProgramCommand.Way.START))) {
                Reply reply = writer.send(command);
                assertThat(reply.exit()).as(reply.toString()).isZero();
            }
            Replies after = Replies.none();
            after.add(writer.ask(List.of(ntp, new ProgramQuery.StartList(), new ProgramQuery.ServiceStatus(daemon))));
            assertThat(after.text(ntp)).contains(text);
            assertThat(after.printed(new ProgramQuery.StartList())).containsPattern("(?m)^ntpd +on$");
            assertThat(after.printed(new ProgramQuery.ServiceStatus(daemon))).isEqualTo("ntpd is running\n");
        }
    }

    /** Root's keys open the door of a simulated host, and the one that did is not taken away with it. */
    @Test
    void theKeyOfTheLoginStays() throws Exception {
        boolean keygen = Files.isExecutable(Path.of("/usr/bin/ssh-keygen"));
        assertThat(keygen || !"true".equals(System.getenv("CI")))
                .as("ssh-keygen must be installed in CI")
                .isTrue();
        assumeTrue(keygen, "skipped: there is no ssh-keygen");
        Path file = folder.resolve("key");
        OpenSsh.keygen(file, "ecdsa", "");
        String key = Files.readString(folder.resolve("key.pub")).strip();
        String other = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f other";
        SshEndpoint at = endpoint();
        SshTarget target = new SshTarget(
                HOST,
                at.address(),
                at.port(),
                at.user(),
                Optional.empty(),
                Optional.of(file),
                Optional.empty(),
                Optional.of(at.hostKey()));
        PinFile pins = new PinFile(folder.resolve("known_hosts"));
        try (SshDriver byKey =
                new SshDriver(List.of(target), pins, Secrets.none(), Optional.empty(), SshLimits.standard())) {
            assertThatThrownBy(() -> byKey.reader(HOST)).hasMessageContaining("refused");
            try (SshDriver byPassword = driver(at.port(), SshLimits.standard(), Secrets.none());
                    Writer writer = byPassword.writer(HOST)) {
                Reply added = writer.send(new FileCommand(HostFile.ROOT_KEYS, key + "\n"));
                assertThat(added.ok()).as(added.toString()).isTrue();
                assertThat(loginKeys(writer)).isEmpty();
            }
            try (Writer writer = byKey.writer(HOST)) {
                assertThat(loginKeys(writer)).isEqualTo(key.split(" ")[1]);
                for (String text : List.of("", other + "\n", "# " + key + "\n")) {
                    Reply refused = writer.send(new FileCommand(HostFile.ROOT_KEYS, text));
                    assertThat(refused.ok()).as(text).isFalse();
                    assertThat(refused.body()).startsWith("Not sent");
                }
                Reply kept = writer.send(new FileCommand(HostFile.ROOT_KEYS, other + "\nno-pty " + key + "\n"));
                assertThat(kept.ok()).as(kept.toString()).isTrue();
                FileQuery keys = new FileQuery(HostFile.ROOT_KEYS);
                Replies replies = Replies.none();
                replies.add(writer.ask(List.of(keys)));
                assertThat(replies.text(keys)).contains(other + "\nno-pty " + key + "\n");
            }
        }
    }

    private static String loginKeys(Writer writer) throws Exception {
        return Objects.requireNonNull(
                        writer.ask(List.of(new ProgramQuery.LoginKeys())).get(new ProgramQuery.LoginKeys()))
                .body();
    }

    @Test
    void aHostWhoseSshIsStoppedTakesNoNewConnection() throws Exception {
        ServiceScript ssh = new ServiceScript("SSH");
        try (SshDriver driver = driver(endpoint().port(), SshLimits.standard(), Secrets.none());
                Writer writer = driver.writer(HOST)) {
            assertThat(writer.send(new ProgramCommand.Turn(ssh, ProgramCommand.Way.STOP))
                            .ok())
                    .isTrue();
            Replies replies = Replies.none();
            replies.add(writer.ask(List.of(new ProgramQuery.ServiceStatus(ssh))));
            assertThat(replies.reply(new ProgramQuery.ServiceStatus(ssh))
                            .orElseThrow()
                            .body())
                    .as("the session that did it goes on")
                    .isEqualTo("SSH is not running\n");
            try (SshDriver another = driver(endpoint().port(), SshLimits.standard(), Secrets.none())) {
                assertThatThrownBy(() -> another.reader(HOST).ask(List.of(VERSION)))
                        .isInstanceOf(DriverException.class)
                        .hasMessageContaining("closed the connection at once");
            }
        }
    }

    private static Reply answer(Map<Query, Reply> replies) {
        return replies.values().iterator().next();
    }

    @Test
    void aHostWithoutPowerIsUnreachableAndComesBack() throws Exception {
        try (SshDriver driver = driver(endpoint().port(), SshLimits.standard(), Secrets.none())) {
            try (Reader reader = driver.reader(HOST)) {
                assertThat(answer(reader.ask(List.of(VERSION))).ok()).isTrue();
            }
            lab.apply(new Operation.SwitchPower(HOST, false)).orElseThrow();
            assertProblem(() -> driver.reader(HOST).ask(List.of(VERSION)), Problem.UNREACHABLE);
            lab.apply(new Operation.SwitchPower(HOST, true)).orElseThrow();
            try (Reader reader = driver.reader(HOST)) {
                assertThat(answer(reader.ask(List.of(VERSION))).ok()).isTrue();
            }
        }
    }

    /** Silence before the login, and silence in the middle of a session, both end. */
    @Test
    void aHostThatFallsSilentIsGivenUp() throws Exception {
        SshLimits limits = SshLimits.standard()
                .withKeepalive(Duration.ofMillis(200))
                .withTimes(Duration.ofSeconds(2), Duration.ofSeconds(2));
        try (Proxy proxy = new Proxy(endpoint().port());
                SshDriver driver = driver(proxy.port(), limits, Secrets.none());
                Reader reader = driver.reader(HOST)) {
            assertThat(answer(reader.ask(List.of(VERSION))).ok()).isTrue();
            proxy.freeze();
            assertProblem(() -> reader.ask(List.of(VERSION)), Problem.UNREACHABLE);
            assertProblem(() -> driver.reader(HOST), Problem.UNREACHABLE);
        }
    }

    private static void assertProblem(ThrowingCallable call, Problem problem) {
        assertThatThrownBy(call)
                .asInstanceOf(type(DriverException.class))
                .extracting(DriverException::problem)
                .isEqualTo(problem);
    }
}
