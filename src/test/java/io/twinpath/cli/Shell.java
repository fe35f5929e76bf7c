package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Programs in an environment that holds nothing but what is given here, with {@code twinpath} among them. */
final class Shell {

    private static final int PATIENCE_SECONDS = 120;

    /** What a run came to; both outputs are one text. */
    record Ran(int exit, String log) {

        Ran good() {
            assertThat(exit).as(log).isZero();
            return this;
        }
    }

    private final Path home;
    private final Map<String, String> variables = new TreeMap<>();

    /** @param home of the user, and where logs go */
    Shell(Path home) {
        this.home = home;
        variables.put("PATH", System.getenv("PATH"));
        variables.put("HOME", home.toString());
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("GIT_AUTHOR_NAME", "A");
        variables.put("GIT_AUTHOR_EMAIL", "a@example.org");
        variables.put("GIT_COMMITTER_NAME", "A");
        variables.put("GIT_COMMITTER_EMAIL", "a@example.org");
    }

    /** A program that a machine lacks leaves the test out aloud; in CI, which installs it, the test fails. */
    static void need(String program) {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, program)));
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("a CI machine has %s", program)
                .isTrue();
        if (!there) {
            System.out.println("SKIPPED: no " + program + " on this machine");
        }
        assumeTrue(there);
    }

    Shell with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Ran run(Path folder, String... command) throws IOException {
        return run(folder, Map.of(), List.of(command));
    }

    Ran run(Path folder, Map<String, String> more, List<String> command) throws IOException {
        Path log = Files.createTempFile(home, "log", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().putAll(more);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return new Ran(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A stand-in for the launcher: the classes of this build, without the wait for a jar. */
    static void launcher(Path file) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.writeString(file, """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -cp '%s' '%s' "$@"
                """.formatted(java, System.getProperty("java.class.path"), Main.class.getName()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
