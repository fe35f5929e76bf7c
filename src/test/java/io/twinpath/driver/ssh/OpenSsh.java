package io.twinpath.driver.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real OpenSSH server as an ordinary process on a free port of 127.0.0.1, with a host key and settings of its own, and
 * an {@code esxcli} that writes down how it was called. It takes the key of {@link #clientKey}.
 */
final class OpenSsh implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final int port;

    private OpenSsh(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Where the server is installed. */
    static Optional<Path> binary() {
        return List.of("/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static OpenSsh start(Path folder, String... settings) throws IOException, InterruptedException {
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd")); // sshd insists on it when it may change users
        }
        Path etc = Files.createDirectories(folder.resolve("etc"));
        Files.setPosixFilePermissions(etc, PosixFilePermissions.fromString("rwx------"));
        keygen(etc.resolve("host"), "ed25519", "");
        keygen(etc.resolve("client"), "ed25519", "");
        Files.copy(etc.resolve("client.pub"), etc.resolve("authorized"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path esxcli = bin.resolve("esxcli");
        Files.writeString(esxcli, esxcli(folder));
        Files.setPosixFilePermissions(esxcli, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (int attempt = 0; ; attempt++) {
            int port = freePort();
            List<String> command = new ArrayList<>(List.of(
                    binary().orElseThrow().toString(), "-D", "-e", "-f", "/dev/null", "-p", Integer.toString(port)));
            List<String> all = new ArrayList<>(List.of(
                    "ListenAddress=127.0.0.1",
                    "HostKey=" + etc.resolve("host"),
                    "AuthorizedKeysFile=" + etc.resolve("authorized"),
                    "PidFile=none",
                    "StrictModes=no",
                    "UsePAM=no",
                    "PasswordAuthentication=no",
                    "PermitRootLogin=yes",
                    "SetEnv=PATH=" + bin + ":/usr/bin:/bin"));
            all.addAll(List.of(settings));
            all.forEach(s -> command.addAll(List.of("-o", s)));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("sshd.log").toFile())
                    .start();
            if (answers(process, port)) {
                return new OpenSsh(folder, process, port);
            }
            process.destroyForcibly();
            if (attempt == 3) {
                throw new IOException("sshd does not start: " + Files.readString(folder.resolve("sshd.log")));
            }
        }
    }

    /** Prints its arguments, one a line and percent-encoded by od, into a file, and answers by its words. */
    private static String esxcli(Path folder) {
        return """
                #!/bin/sh
                { for a in "$@"; do printf '%%s' "$a" | od -An -v -tx1 | tr -d ' \\n'; echo; done; echo .; } >> %s/calls
                case " $* " in
                  *" --formatter=xml text "*) echo "Unable to find requested formatter: xml"; exit 1;;
                  *" hang "*) sleep 60;;
                  *" flood "*) while :; do echo 0123456789012345678901234567890123456789012345678901234567890123; done;;
                  *" die "*) kill -9 $$;;
                  *" busy "*) echo "Unable to Set: Busy"; exit 1;;
                  *" unended "*) printf 'no end of line';;
                  *" echo "*) shift $(($# - 1)); printf '%%s' "$1";;
                  *) echo true;;
                esac
                """.formatted(folder);
    }

    static void keygen(Path file, String type, String passphrase) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "ssh-keygen", "-q", "-t", type, "-N", passphrase, "-C", "test", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("ssh-keygen failed");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Tries to connect until it works; the server has no other way to say that it is ready. */
    private static boolean answers(Process process, int port) throws InterruptedException {
        for (int i = 0; i < 100 && process.isAlive(); i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    int port() {
        return port;
    }

    ProcessHandle server() {
        return process.toHandle();
    }

    Path clientKey() {
        return folder.resolve("etc/client");
    }

    PublicKey hostKey() throws IOException {
        return PublicKey.parse(Files.readString(folder.resolve("etc/host.pub"))).orElseThrow();
    }

    /** How {@code esxcli} was called so far: the arguments of each call. */
    List<List<String>> calls() throws IOException {
        Path file = folder.resolve("calls");
        List<List<String>> calls = new ArrayList<>();
        List<String> call = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            if (line.equals(".")) {
                calls.add(List.copyOf(call));
                call.clear();
            } else {
                byte[] bytes = java.util.HexFormat.of().parseHex(line);
                call.add(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return calls;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
