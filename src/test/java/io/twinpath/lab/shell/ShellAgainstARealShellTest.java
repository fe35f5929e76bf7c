package io.twinpath.lab.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the same scripts here and in the machine's own BusyBox, or its {@code sh} where there is no BusyBox. */
class ShellAgainstARealShellTest {

    private static final String STDIN = "first line\nsecond  line\n";
    private static final int GENERATED = 60;

    /** What other shells and their tools are known to do otherwise than BusyBox. */
    private static final List<String> BUSYBOX_ONLY = List.of(
            "echo -n",
            "local ",
            "a\\b",
            "\\n\"",
            "readonly",
            "return 3",
            "cat < nope",
            "${#x}; echo a",
            "wc -",
            "for 1 in",
            "type nosuch",
            "command -v",
            "xargs",
            "-eq one");

    @TempDir
    Path folder;

    @Test
    void agreesOnEveryScript() throws Exception {
        Optional<Peer> found = Peer.find(folder);
        if (found.isEmpty()) {
            assertThat(System.getenv("CI")).as("a CI machine has a shell").isNotEqualTo("true");
            System.out.println("SKIPPED: no busybox and no sh on this machine to compare the lab's shell with");
        }
        assumeTrue(found.isPresent());
        Peer peer = found.orElseThrow();
        if (!peer.busybox()) {
            System.out.println("no busybox on this machine: the lab's shell is compared with sh, on fewer scripts");
        }
        SoftAssertions softly = new SoftAssertions();
        for (String script : scripts(peer)) {
            softly.assertThat(here(script)).as(script).isEqualTo(peer.run(script));
        }
        softly.assertAll();
    }

    private static List<String> scripts(Peer peer) throws IOException {
        List<String> scripts = new ArrayList<>(written());
        scripts.removeIf(script -> !peer.busybox() && BUSYBOX_ONLY.stream().anyMatch(script::contains));
        assertThat(scripts.size()).isGreaterThan(100);
        RandomScript random = new RandomScript(new Random(20221013));
        Stream.generate(random::text).limit(GENERATED).forEach(scripts::add);
        return scripts;
    }

    static List<String> written() throws IOException {
        try (var in = Optional.ofNullable(ShellAgainstARealShellTest.class.getResourceAsStream("/lab/scripts.txt"))
                .orElseThrow()) {
            return Arrays.asList(new String(in.readAllBytes(), UTF_8).split("\n---\n"));
        }
    }

    private static String here(String script) {
        try (Jobs jobs = new Jobs()) {
            FileSystem files = FileSystem.booted(InstantSource.system());
            Machine machine =
                    new Machine("esxi1", "8.0.3", files, name -> Optional.empty(), jobs, InstantSource.system());
            CommandResult result = new Shell(machine).run("cd /tmp\n" + script, STDIN);
            return result.exit() + "\n" + result.out();
        }
    }

    /** A shell of this machine. */
    private record Peer(String command, String path, Path folder, boolean busybox) {

        static Optional<Peer> find(Path folder) throws IOException, InterruptedException {
            Optional<Path> busybox = onPath("busybox");
            if (busybox.isPresent()) {
                Path applets = Files.createDirectory(folder.resolve("applets"));
                List<String> install = List.of(busybox.get().toString(), "--install", "-s", applets.toString());
                run(install, Map.of(), folder, "");
                return Optional.of(new Peer(applets.resolve("ash").toString(), applets.toString(), folder, true));
            }
            return onPath("sh").map(sh -> new Peer(sh.toString(), System.getenv("PATH"), folder, false));
        }

        private static Optional<Path> onPath(String name) {
            return Stream.of(Optional.ofNullable(System.getenv("PATH"))
                            .orElse("")
                            .split(":"))
                    .map(entry -> Path.of(entry, name))
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        String run(String script) throws IOException, InterruptedException {
            Path work = Files.createTempDirectory(folder, "work");
            Map<String, String> environment = Map.of("PATH", path, "LC_ALL", "C", "HOME", "/");
            return run(List.of(command, "-c", script, "sh"), environment, work, STDIN);
        }

        private static String run(List<String> words, Map<String, String> environment, Path folder, String stdin)
                throws IOException, InterruptedException {
            Path input = Files.writeString(folder.resolveSibling("stdin"), stdin);
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectInput(input.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return process.exitValue() + "\n" + out;
        }
    }

    /** Scripts of nested constructs that always end. */
    private static final class RandomScript {

        private static final List<String> ATOMS = List.of(
                "true",
                "false",
                "echo $?",
                "echo a",
                "x=$((x+1))",
                "echo $x \"$@\"",
                "(exit 3)",
                "[ $x -gt 2 ]",
                "echo 'q  q' | cat",
                "echo ${x:-u}",
                "printf '%s,' $x b",
                "echo $(echo $x; false)",
                "set -- $x y",
                "! false",
                "case $x in [0-3]) echo low;; *) echo high;; esac",
                "echo b > f",
                "cat f 2>/dev/null",
                "grep -c b f 2>/dev/null");

        private final Random random;

        RandomScript(Random random) {
            this.random = random;
        }

        String text() {
            return "x=0\n" + list(3);
        }

        private String list(int depth) {
            StringBuilder list = new StringBuilder();
            for (int i = random.nextInt(3); i >= 0; i--) {
                list.append(command(depth)).append(random.nextBoolean() ? "\n" : "; ");
            }
            return list + ":\n";
        }

        private String command(int depth) {
            String atom = ATOMS.get(random.nextInt(ATOMS.size()));
            if (depth == 0) {
                return atom;
            }
            return switch (random.nextInt(10)) {
                case 0 -> "if " + command(depth - 1) + "; then " + list(depth - 1) + "else " + list(depth - 1) + "fi";
                case 1 -> "for v in 1 \"$x\" $@; do " + list(depth - 1) + "done";
                case 2 -> "( " + list(depth - 1) + ")";
                case 3 -> "{ " + list(depth - 1) + "}";
                case 4 -> command(depth - 1) + " && " + command(depth - 1);
                case 5 -> command(depth - 1) + " || " + command(depth - 1);
                case 6 -> "{ " + list(depth - 1) + "} | cat";
                case 7 -> "echo \"$( " + list(depth - 1) + ")\"";
                default -> atom;
            };
        }
    }
}
