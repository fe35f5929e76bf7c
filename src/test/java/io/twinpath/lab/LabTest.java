package io.twinpath.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinpath.diag.Result;
import io.twinpath.lab.control.ControlClient;
import io.twinpath.lab.control.ControlEndpoint;
import io.twinpath.lab.site.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab in one process: control, state and endpoints. What needs a client over SSH is in {@code LabXIT}. */
final class LabTest {

    private static final String SITE = "lain-2022-10-13";

    @TempDir
    Path folder = Path.of("");

    private static Operation operation(String text) {
        return Operation.parse(text).orElseThrow();
    }

    @Test
    void anotherProcessMakesThingsHappen() {
        try (Lab lab = Lab.open(SITE, LabOptions.NONE).orElseThrow()) {
            ControlClient client = new ControlClient(lab.endpoints().control());

            assertThat(client.apply(operation("fail nic:esxi3.lain.local/vmnic4"))
                            .orElseThrow())
                    .isEqualTo("nic:esxi3.lain.local/vmnic4 has failed.");
            JsonNode status = client.status().orElseThrow();
            assertThat(status.at("/vms/pomf").asText()).isEqualTo("stalled");
            assertThat(status.at("/vms/edge1").asText()).isEqualTo("running");
            assertThat(status.at("/hosts/esxi3.lain.local/dead_paths").asInt()).isEqualTo(2);
            Result<String> refused = client.apply(operation("card esxi3.lain.local 5 none"));
            assertThat(refused.diagnostics().getFirst().code()).isEqualTo("LAB0203");
            assertThat(refused.diagnostics().getFirst().hints())
                    .containsExactly("twinpath lab power esxi3.lain.local off");
        }
    }

    @Test
    void theTokenIsNeededAndNonsenseIsAnswered() throws IOException {
        try (Lab lab = Lab.open(SITE, LabOptions.NONE).orElseThrow()) {
            ControlEndpoint real = lab.endpoints().control();
            ControlClient thief = new ControlClient(new ControlEndpoint(real.address(), real.port(), "guess"));
            assertThat(thief.apply(operation("fail switch:sw1"))
                            .diagnostics()
                            .getFirst()
                            .code())
                    .isEqualTo("LAB0304");
            assertThat(lab.status().failed()).isEmpty();
            for (String line : List.of("", "{", "[]", "{\"token\":3}", "\u0000")) {
                try (Socket socket = new Socket(real.address(), real.port())) {
                    socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    socket.shutdownOutput();
                    InputStream in = socket.getInputStream();
                    assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .startsWith("{\"ok\":false");
                }
            }
        }
    }

    @Test
    void aLabTakesUpItsState() {
        LabOptions options = LabOptions.NONE.withState(folder.resolve("state.json"));
        String key;
        try (Lab lab = Lab.open(SITE, options).orElseThrow()) {
            key = lab.endpoints().hosts().firstEntry().getValue().ssh().hostKey();
            lab.apply(operation("fail portal:10.20.0.11")).orElseThrow();
        }
        try (Lab lab = Lab.open(SITE, options).orElseThrow()) {
            assertThat(lab.endpoints().hosts().firstEntry().getValue().ssh().hostKey())
                    .isEqualTo(key);
            assertThat(lab.status().failed()).containsExactly("portal:10.20.0.11");
        }
        assertThat(Lab.open("lain-cards-installed", options)
                        .diagnostics()
                        .getFirst()
                        .code())
                .isEqualTo("LAB0301");
    }

    @Test
    void endpointsAreWrittenForOthersToRead() throws IOException {
        Path file = folder.resolve("endpoints.json");
        try (Lab lab = Lab.open(SITE, LabOptions.NONE).orElseThrow()) {
            Endpoints endpoints = lab.endpoints();
            endpoints.write(file).orElseThrow();

            assertThat(Endpoints.read(file).orElseThrow()).isEqualTo(endpoints);
            assertThat(endpoints.hosts()).hasSize(3);
            assertThat(Files.readString(file))
                    .contains("\"user\":\"root\"")
                    .contains("\"host_key\":\"ecdsa-sha2-nistp256 ");
        }
        Files.writeString(file, "{\"hosts\":3}");
        assertThat(Endpoints.read(file).diagnostics()).isNotEmpty();
        assertThat(new ControlClient(new ControlEndpoint("127.0.0.1", 1, ""))
                        .status()
                        .diagnostics()
                        .getFirst()
                        .code())
                .isEqualTo("LAB0304");
    }
}
