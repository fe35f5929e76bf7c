package io.twinpath.lab.ssh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import io.twinpath.lab.shell.CommandResult;
import io.twinpath.lab.shell.FileSystem;
import io.twinpath.lab.shell.Jobs;
import io.twinpath.lab.shell.Machine;
import io.twinpath.lab.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SSH side against two clients that nobody here wrote: OpenSSH and JSch. */
class SshHostIT {

    private static final String PASSWORD = "VMware1!";

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2022-10-13T07:30:00Z"));
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Jobs jobs = new Jobs();
    private final SshSite site =
            new SshSite(now::get, (received, host, command, exit) -> log.add(host + " " + command + " " + exit));
    private SshHost host;

    @BeforeEach
    void start() throws Exception {
        Machine machine = new Machine(
                "esxi3", "8.0.3", FileSystem.booted(now::get), name -> Optional.empty(), jobs, InstantSource.system());
        Shell shell = new Shell(machine);
        List<String> keys = keys();
        host = site.open(
                new HostSettings("esxi3", 0, HostKey.generate(), new Logins(Map.of("root", PASSWORD), keys)),
                (user, command, in, out, err) ->
                        command.isPresent() ? shell.run(command.get(), in, out, err) : shell.login(in, out, err));
    }

    @AfterEach
    void stop() {
        site.close();
        jobs.close();
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .noneMatch(name -> name.startsWith("lab-ssh"));
    }

    @Test
    void answersOpenSsh() throws Exception {
        assumeTrue(hasOpenSsh());
        assertThat(ssh("key", "", "echo 'two  blanks' \"it's\" é; echo err >&2; exit 7"))
                .isEqualTo(new CommandResult(7, "two  blanks it's é\n", "err\n"));
        assertThat(ssh("key", "echo script\nfalse || exit 3\n")).isEqualTo(new CommandResult(3, "script\n", ""));
        assertThat(ssh("key", "echo $1 $#", "sh -s a b").out()).isEqualTo("a 2\n");
        assertThat(ssh("key", "x".repeat(300_000), "wc -c").out()).isEqualTo("300000\n");
        assertThat(ssh(
                                "key",
                                "",
                                "x=$(printf %0100d 7); for i in 1 2 3 4; do x=$x$x; done; for i in $(seq 125); do echo $x; done")
                        .out())
                .hasSize(125 * 1_601);
        assertThat(ssh("key", "", "nosuch").exit()).isEqualTo(127);
        assertThat(log).contains("esxi3 nosuch Optional[127]");
    }

    @Test
    void refusesAnotherKeyAndAnotherHost() throws Exception {
        assumeTrue(hasOpenSsh());
        assertThat(ssh("other", "", "true").exit()).isEqualTo(255);
        Files.writeString(
                folder.resolve("known"),
                "[127.0.0.1]:" + host.port() + " " + HostKey.generate().publicLine() + "\n");
        assertThat(ssh("key", "", "true").err()).contains("Host key verification failed");
    }

    @Test
    void answersJsch() throws Exception {
        Session session = session(PASSWORD);
        session.setServerAliveInterval(200);
        session.connect(10_000);
        assertThat(session.getServerVersion()).startsWith("SSH-2.0-OpenSSH");
        assertThat(session.getHostKey().getKey())
                .isEqualTo(host.key().publicLine().split(" ")[1]);
        assertThat(exec(session, "echo $((6*7)); exit 4")).isEqualTo("42\n4");
        assertThat(exec(session, "sleep 1; echo awake")).isEqualTo("awake\n0");
        session.disconnect();
    }

    @Test
    void keepsItsKeyAsText() {
        assertThat(HostKey.decode(host.key().encoded()).orElseThrow().publicLine())
                .isEqualTo(host.key().publicLine());
        assertThat(HostKey.decode("nonsense")).isEmpty();
        assertThat(HostKey.decode("AAAA BBBB")).isEmpty();
    }

    @Test
    void locksAfterFiveWrongPasswords() throws Exception {
        for (int i = 0; i < Doorkeeper.FAILURES; i++) {
            assertThatThrownBy(() -> session("wrong").connect(10_000)).isInstanceOf(JSchException.class);
        }
        assertThatThrownBy(() -> session(PASSWORD).connect(10_000)).isInstanceOf(JSchException.class);
        now.updateAndGet(t -> t.plus(Doorkeeper.LOCKED));
        Session session = session(PASSWORD);
        session.connect(10_000);
        session.disconnect();
    }

    @Test
    void goesAwayAndComesBackOnTheSamePort() throws Exception {
        Session before = session(PASSWORD);
        before.connect(10_000);
        host.unreachable(true);
        assertThatThrownBy(() -> session(PASSWORD).connect(10_000)).isInstanceOf(JSchException.class);
        assertThatThrownBy(() -> exec(before, "true")).isInstanceOf(JSchException.class);
        host.unreachable(false);
        Session after = session(PASSWORD);
        after.connect(10_000);
        assertThat(exec(after, "echo back")).isEqualTo("back\n0");
        after.disconnect();
    }

    @Test
    void hangsAndGoesOn() throws Exception {
        Session session = session(PASSWORD);
        session.connect(10_000);
        host.hanging(true);
        ChannelExec channel = (ChannelExec) session.openChannel("exec");
        channel.setCommand("echo late");
        var out = channel.getInputStream();
        channel.connect(10_000);
        assertThat(out.available()).isZero();
        assertThat(log).isEmpty();
        host.hanging(false);
        assertThat(new String(out.readAllBytes(), UTF_8)).isEqualTo("late\n");
        session.disconnect();
    }

    private Session session(String password) throws JSchException {
        Session session = new JSch().getSession("root", "127.0.0.1", host.port());
        session.setPassword(password.getBytes(UTF_8));
        session.setConfig("StrictHostKeyChecking", "no");
        session.setConfig("PreferredAuthentications", "password");
        session.setConfig("NumberOfPasswordPrompts", "1");
        return session;
    }

    private static String exec(Session session, String command) throws Exception {
        ChannelExec channel = (ChannelExec) session.openChannel("exec");
        channel.setCommand(command);
        var out = channel.getInputStream();
        channel.connect(10_000);
        String text = new String(out.readAllBytes(), UTF_8);
        while (!channel.isClosed()) {
            Thread.onSpinWait();
        }
        channel.disconnect();
        return text + channel.getExitStatus();
    }

    private static boolean hasOpenSsh() {
        boolean found = Stream.of("ssh", "ssh-keygen").allMatch(SshHostIT::isOnPath);
        if (!found) {
            assertThat(System.getenv("CI")).as("a CI machine has ssh").isNotEqualTo("true");
            System.out.println("SKIPPED: no ssh on this machine to try the lab's hosts with");
        }
        return found;
    }

    private static boolean isOnPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, name)));
    }

    /** Two key pairs; the public half of the first is authorized. */
    private List<String> keys() throws Exception {
        if (!isOnPath("ssh-keygen")) {
            return List.of();
        }
        for (String name : List.of("key", "other")) {
            String file = folder.resolve(name).toString();
            run(List.of("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", file), "");
        }
        return List.of("# a comment", "nonsense", Files.readString(folder.resolve("key.pub")));
    }

    private CommandResult ssh(String key, String stdin, String... command) throws Exception {
        Path known = folder.resolve("known");
        if (!Files.exists(known)) {
            Files.writeString(
                    known, "[127.0.0.1]:" + host.port() + " " + host.key().publicLine() + "\n");
        }
        List<String> words = new ArrayList<>(List.of(
                "ssh",
                "-F",
                "/dev/null",
                "-T",
                "-p",
                Integer.toString(host.port()),
                "-i",
                folder.resolve(key).toString()));
        for (String option : List.of(
                "IdentitiesOnly=yes",
                "BatchMode=yes",
                "StrictHostKeyChecking=yes",
                "UserKnownHostsFile=" + known,
                "GlobalKnownHostsFile=/dev/null")) {
            words.addAll(List.of("-o", option));
        }
        words.add("root@127.0.0.1");
        words.addAll(List.of(command));
        return run(words, stdin);
    }

    private CommandResult run(List<String> words, String stdin) throws Exception {
        Path in = Files.writeString(folder.resolve("in"), stdin);
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectInput(in.toFile()).redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new CommandResult(process.exitValue(), out, Files.readString(err));
    }
}
