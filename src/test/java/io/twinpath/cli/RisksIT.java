package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would have been said the day before the outage, and what is left to say after the repair. */
class RisksIT {

    private static final String CARD = "card:esxi3.lain.local/storage_b";

    @TempDir
    Path folder;

    private Lab lab;
    private TestProject project;

    @BeforeEach
    void serve() throws IOException {
        Path endpoints = folder.resolve("lab.json");
        lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow();
        lab.endpoints().write(endpoints).orElseThrow();
        project = new TestProject(Files.createDirectory(folder.resolve("project")))
                .with("TWINPATH_LAB", endpoints.toString());
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private JsonNode json(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--output", "json"));
        TestProject.Run run = project.run(all.toArray(String[]::new));
        assertThat(run.exit()).as(run.all()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static Optional<JsonNode> finding(JsonNode risks, String id) {
        for (JsonNode finding : risks.path("findings")) {
            if (finding.path("id").asText().equals(id)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    private static List<String> hit(JsonNode finding, String effect) {
        List<String> hit = new ArrayList<>();
        for (JsonNode each : finding.path("effects")) {
            if (each.path("effect").asText().equals(effect) && each.has("vm")) {
                hit.add(each.path("vm").asText());
            }
        }
        return hit;
    }

    @Test
    void theDayBeforeOneCardWouldHaveBeenNamed() throws IOException {
        JsonNode risks = json("risks");
        assertThat(risks.path("format_version").asInt()).isEqualTo(1);
        JsonNode card = finding(risks, "RSK0101:" + CARD).orElseThrow();
        assertThat(card.path("title").asText()).contains("Mellanox ConnectX-2");
        assertThat(card.path("components").get(0).asText()).isEqualTo(CARD);
        assertThat(hit(card, "stalled"))
                .containsExactlyInAnyOrder("dns1", "git", "irc", "monitor", "pfsense", "pomf", "web1", "web2", "wiki");
        assertThat(card.path("effects").get(0).path("because").toString()).contains("vmk1", "vmnic4");
        assertThat(finding(risks, "RSK0101:host:esxi3.lain.local").map(f -> hit(f, "down")))
                .contains(List.of("pomf"));
        assertThat(risks.toString()).contains("HA cannot restart pomf: Hard disk 2 lies on esxi3-ssd");

        JsonNode ready = json("readiness", "esxi3.lain.local").path("machines");
        assertThat(ready).hasSize(9);
        for (JsonNode machine : ready) {
            boolean moves = machine.path("move").path("open").asBoolean();
            boolean restarts = machine.path("restart").path("open").asBoolean();
            assertThat(moves)
                    .as(machine.toString())
                    .isEqualTo(!List.of("pfsense", "pomf")
                            .contains(machine.path("vm").asText()));
            assertThat(restarts)
                    .as(machine.toString())
                    .isEqualTo(!machine.path("vm").asText().equals("pomf"));
        }
        assertThat(project.run("readiness", "pfsense").out()).contains("migrate.compat.override");
    }

    @Test
    void afterTheRepairNothingOfItIsLeft() {
        assertThat(project.run("apply", "--yes", "--target", "vm:pomf", "--target", "cluster:lain")
                        .exit())
                .isZero();
        assertThat(project.run("evacuate", "esxi3.lain.local", "--apply-overrides", "--yes")
                        .exit())
                .isZero();
        for (String[] deed : new String[][] {
            {"power", "esxi3.lain.local", "off"},
            {"card", "esxi3.lain.local", "3", "broadcom-57810"},
            {"card", "esxi3.lain.local", "5", "broadcom-57810"},
            {"power", "esxi3.lain.local", "on"}
        }) {
            List<String> words = new ArrayList<>(List.of("lab"));
            words.addAll(List.of(deed));
            assertThat(project.run(words.toArray(String[]::new)).exit()).isZero();
        }
        TestProject.Run apply = project.run("apply", "--yes");
        assertThat(apply.exit()).as(apply.all()).isZero();

        TestProject.Run risks = project.run("risks", "--detailed-exitcode");
        assertThat(risks.exit()).as(risks.all()).isZero();
        assertThat(risks.out()).contains("No risks; 11 accepted.");
        TestProject.Run ready = project.run("readiness", "--detailed-exitcode");
        assertThat(ready.exit()).as(ready.all()).isZero();

        assertThat(project.run("whatif", "card:esxi2.lain.local/3").out())
                .contains("degraded")
                .doesNotContain("stalled");
        assertThat(project.run("lab", "fail", "card:esxi2.lain.local/3").exit()).isZero();
        assertThat(project.run("lab", "status").out()).doesNotContain("stalled").doesNotContain("lost");
    }

    @Test
    void reportsAreViewsOfTheSameAnswer() throws IOException {
        for (String question : List.of("whatif " + CARD, "readiness esxi3.lain.local")) {
            Path json = folder.resolve("report.json");
            Path comment = folder.resolve("report.md");
            Path events = folder.resolve("report.ndjson");
            TestProject.Run run = project.run((question + " --report json=" + json + " --report markdown=" + comment
                            + " --report ndjson=" + events)
                    .split(" "));
            assertThat(run.exit()).as(run.all()).isZero();
            assertThat(Files.readString(json))
                    .isEqualTo(project.run((question + " --output json").split(" "))
                            .out());
            assertThat(comment)
                    .content()
                    .startsWith("## twinpath " + question.split(" ")[0] + ": attention")
                    .contains("pomf");
            assertThat(events).content().contains("\"answered\"").contains("\"end\"");
        }
    }

    @Test
    void bothStatesStandUnderEachOther() {
        TestProject.Run both = project.run("whatif", CARD, "--both");
        assertThat(both.exit()).as(both.all()).isZero();
        assertThat(both.out()).contains(", now:").contains(", as the spec wants it:");
        assertThat(both.out().indexOf("stalled")).isLessThan(both.out().indexOf(", as the spec wants it:"));
        assertThat(both.out().lastIndexOf("stalled")).isLessThan(both.out().indexOf(", as the spec wants it:"));
    }

    @Test
    void theSpecAloneNeedsNobody() {
        lab.close();
        TestProject.Run risks = project.run("risks", "--for", "spec");
        assertThat(risks.exit()).as(risks.all()).isZero();
        assertThat(risks.out()).contains("No risks; 11 accepted.");
    }

    @Test
    void clocksAreToldByRisksAndAskedForByNothingElse() throws IOException {
        lab.close();
        Path endpoints = folder.resolve("ahead.json");
        Path log = folder.resolve("ahead.log");
        InstantSource ahead = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(7));
        lab = Lab.open("lain-2022-10-13", new LabOptions(Optional.empty(), Optional.of(log), Map.of(), ahead))
                .orElseThrow();
        lab.endpoints().write(endpoints).orElseThrow();
        project.with("TWINPATH_LAB", endpoints.toString());
        assertThat(project.run("readiness").exit()).isZero();
        assertThat(project.run("whatif", CARD).exit()).isZero();
        assertThat(project.run("plan").exit()).isZero();
        assertThat(log).content().doesNotContain("system time get");
        JsonNode clock =
                finding(json("risks"), "RSK0302:clock:esxi3.lain.local").orElseThrow();
        assertThat(clock.path("severity").asText()).isEqualTo("medium");
        assertThat(clock.path("title").asText()).matches("The clock of esxi3.lain.local is 4[12][0-9] s ahead of .*");
        assertThat(log).content().contains("system time get");
    }

    @Test
    void aRecordingAnswersAsTheSiteDid() throws IOException {
        Path recording = folder.resolve("recording");
        assertThat(project.run("observe", "--record", recording.toString()).exit())
                .isZero();
        Map<String, String> live = new LinkedHashMap<>();
        for (String question : List.of("risks", "readiness", "whatif " + CARD + " --both", "risks --for plan")) {
            live.put(question, project.run(question.split(" ")).out());
        }
        lab.close();
        live.forEach((question, answer) -> {
            TestProject.Run run = project.run((question + " --replay " + recording).split(" "));
            assertThat(run.exit()).as(run.all()).isZero();
            assertThat(run.out()).as(question).isEqualTo(answer);
        });
    }

    @Test
    void pairsAreToldWhenAskedFor() {
        TestProject.Run pairs = project.run("risks", "--for", "spec", "--depth", "2");
        assertThat(pairs.exit()).as(pairs.all()).isZero();
        assertThat(pairs.out())
                .contains("If the portal 10.20.0.11 and the portal 10.21.0.11 fail together, db1")
                .doesNotContain("the port storage_a/0");
        assertThat(project.run("risks", "--for", "spec").out()).doesNotContain("RSK0102");
        assertThat(project.run("risks", "--depth", "3").exit()).isEqualTo(64);
    }

    @Test
    void namesThatAreNearlyRightAreUnderstoodAsSuch() {
        TestProject.Run part = project.run("whatif", "card:esxi3.lain.local/storage_c");
        assertThat(part.exit()).isEqualTo(64);
        assertThat(part.err()).contains("RSK0002").contains("storage_");
        TestProject.Run machine = project.run("readiness", "pmof");
        assertThat(machine.exit()).isEqualTo(64);
        assertThat(machine.err()).contains("CLI0047").contains("pomf");
        assertThat(project.run("whatif").exit()).isEqualTo(64);
    }

    @Test
    void aSiteThatDoesNotAnswerIsNoGoodNews() {
        lab.close();
        for (List<String> asked :
                List.of(List.of("risks"), List.of("whatif", "array:stor1.lain.local"), List.of("readiness"))) {
            TestProject.Run run = project.run(asked.toArray(String[]::new));
            assertThat(run.exit()).as(run.all()).isEqualTo(6);
            assertThat(run.err())
                    .contains(
                            "CLI0044",
                            "esxi3.lain.local could not be reached",
                            "vCenter",
                            "take nothing that follows for all clear");
        }
    }
}
