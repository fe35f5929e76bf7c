package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of what is read from hosts: each finding is at the line that asks for what is not so. */
class ReportIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @TempDir
    Path reports;

    private String read(String name) throws IOException {
        return Files.readString(reports.resolve(name));
    }

    private TestProject.Run run(TestProject project, String verb) {
        return project.run(
                verb,
                "--report",
                "sarif=" + reports.resolve("sarif"),
                "--report",
                "ndjson=" + reports.resolve("ndjson"),
                "--report",
                "junit=" + reports.resolve("junit"),
                "--report",
                "markdown=" + reports.resolve("md"),
                "--report",
                "json=" + reports.resolve("json"));
    }

    @Test
    void planAndDriftReportWhatTheySay() throws IOException {
        TestProject project = new TestProject(folder);
        project.write("inventory/more.yml", """
                groups:
                  extra:
                    hosts: [esxi1.lain.local]
                    advanced:
                      Mem.ShareForceSalting: 0
                """);
        TestProject.Run plan = run(project, "plan");
        assertThat(plan.exit()).as(plan.all()).isZero();
        assertThat(plan.out()).contains("Mem.ShareForceSalting").doesNotContain("$schema");
        assertCause();
        assertThat(read("md")).contains("## twinpath plan: attention").contains("card&#58;esxi3");
        assertThat(read("junit")).contains("tests=\"5\" failures=\"1\"").contains("inventory/groups.yml:7:");
        assertThat(MAPPER.readTree(read("json")).findValue("steps")).isNotEmpty();
        List<String> lines = read("ndjson").lines().toList();
        assertThat(lines.getFirst()).contains("\"type\":\"start\"");
        assertThat(lines).filteredOn(l -> l.contains("\"type\":\"answered\"")).hasSize(4);

        TestProject.Run drift = run(project, "drift");
        assertThat(drift.exit()).as(drift.all()).isZero();
        assertCause();
        assertThat(read("md")).contains("## twinpath drift: changes");
        assertThat(read("junit")).contains("esxi1.lain.local").contains("inventory/more.yml:5:");
        assertThat(MAPPER.readTree(read("json")).get("agree").asBoolean()).isFalse();
    }

    /** The line under which the finding is shown says what the finding is about. */
    private void assertCause() throws IOException {
        JsonNode results = MAPPER.readTree(read("sarif")).at("/runs/0/results");
        assertThat(results).isNotEmpty();
        boolean seen = false;
        for (JsonNode result : results) {
            JsonNode physical = result.at("/locations/0/physicalLocation");
            Path file = folder.resolve(physical.at("/artifactLocation/uri").asText());
            assertThat(file).isRegularFile();
            if (result.at("/message/text").asText().contains("Mem.ShareForceSalting")) {
                seen = true;
                int line = physical.at("/region/startLine").asInt();
                assertThat(Files.readAllLines(file).get(line - 1)).contains("Mem.ShareForceSalting");
            }
        }
        assertThat(seen).isTrue();
    }
}
