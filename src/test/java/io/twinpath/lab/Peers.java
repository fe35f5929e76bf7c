package io.twinpath.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of others that {@code src/ci/peers.sh} brings, to try the lab with. Without them a test is left out aloud; in CI it fails. */
public final class Peers {

    private static final int PATIENCE_SECONDS = 90;

    private Peers() {}

    /** What a program came to; what it wrote to both outputs is one text. */
    public record Ran(int exit, String out) {

        public String good() {
            assertThat(exit).as(out).isZero();
            return out;
        }
    }

    /** Where a program is, or the end of the test. */
    public static Path need(String name) {
        Path found = folder().resolve(name);
        boolean there = Files.isExecutable(found);
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("a CI machine has %s: run src/ci/peers.sh", name)
                .isTrue();
        if (!there) {
            System.out.println("SKIPPED: no " + name + " on this machine; src/ci/peers.sh installs it");
        }
        assumeTrue(there);
        return found;
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("TWINPATH_PEERS"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "twinpath-peers", "bin"));
    }

    /** How govc is told of an API. */
    public static Map<String, String> govc(ApiEndpoint api) {
        return Map.of(
                "GOVC_URL", api.url(),
                "GOVC_USERNAME", api.user(),
                "GOVC_PASSWORD", api.password(),
                "GOVC_INSECURE", "true",
                "GOVC_PERSIST_SESSION", "false");
    }

    /** Runs a program to its end. */
    public static Ran run(Map<String, String> environment, String program, String... words)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(need(program).toString()));
        line.addAll(List.of(words));
        Path out = Files.createTempFile("peer", ".out");
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", line)
                    .isTrue();
            return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
        }
    }
}
