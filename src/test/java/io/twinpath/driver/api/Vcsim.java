package io.twinpath.driver.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinpath.driver.Secret;
import io.twinpath.driver.Secrets;
import io.twinpath.lab.ApiEndpoint;
import io.twinpath.model.Way;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A server of govmomi's simulator, written by others: what its wire accepts is evidence. It is built by
 * {@code src/ci/peers.sh}; where it is not there, tests say so and are skipped, in CI they fail.
 */
public final class Vcsim implements AutoCloseable {

    private final Process process;
    private final URI url;

    private Vcsim(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static Optional<Path> program(String name) {
        String folder = Optional.ofNullable(System.getenv("TWINPATH_PEERS"))
                .orElse(System.getProperty("user.home") + "/.cache/twinpath-peers/bin");
        return Optional.of(Path.of(folder, name)).filter(Files::isExecutable);
    }

    public static Vcsim start(String... options) throws IOException {
        Optional<Path> program = program("vcsim");
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("vcsim is not there: run src/ci/peers.sh");
        }
        assumeTrue(program.isPresent(), "vcsim is not there: run src/ci/peers.sh");
        List<String> line = new ArrayList<>(List.of(program.orElseThrow().toString()));
        line.addAll(List.of(options));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String at = out.readLine();
        if (at == null) {
            process.destroyForcibly();
            throw new IOException("vcsim did not start");
        }
        return new Vcsim(process, URI.create(at.contains("://") ? at : "https://" + at));
    }

    ApiTarget target(String place) {
        return new ApiTarget(
                place,
                url.getHost(),
                url.getPort(),
                "user",
                Optional.of(ApiTarget.Password.known(Secret.of("pass"))),
                Optional.empty());
    }

    URI url() {
        return url;
    }

    /** How govc is told of it. */
    public Map<String, String> govc() {
        return Map.of("GOVC_URL", url.toString(), "GOVC_INSECURE", "true", "GOVC_PERSIST_SESSION", "false");
    }

    /** Its entry in a file of endpoints. */
    public ApiEndpoint endpoint() throws Exception {
        ApiTarget pinned = pinned(Way.VCENTER);
        return new ApiEndpoint(
                "https://" + pinned.authority() + "/sdk",
                pinned.user(),
                "pass",
                pinned.sha256().orElseThrow());
    }

    /** Pinned, as {@code trust} does it. */
    ApiTarget pinned(String place) throws Exception {
        ApiTarget target = target(place);
        Fingerprint shown =
                new ApiTrust(new CertificatePins(Path.of("target/none")), ApiLimits.standard()).look(target);
        return new ApiTarget(
                place, target.address(), target.port(), target.user(), target.password(), Optional.of(shown.hex()));
    }

    ApiDriver driver(String place, ApiLimits limits) throws Exception {
        return new ApiDriver(
                List.of(pinned(place)), Map.of(), new CertificatePins(Path.of("target/none")), Secrets.none(), limits);
    }

    ApiDriver vcenter() throws Exception {
        return driver(Way.VCENTER, ApiLimits.standard());
    }

    /** Its standard input ends, and it with that. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
