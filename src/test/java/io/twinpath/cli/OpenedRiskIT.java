package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site with two ways to its storage, and a change that leads both over one card. */
class OpenedRiskIT {

    private static final String GROUPS = "inventory/groups.yml";

    @TempDir
    Path folder;

    private Lab lab;
    private TestProject project;

    @BeforeEach
    void repair() throws IOException {
        Path endpoints = folder.resolve("lab.json");
        lab = Lab.open("lain-cards-installed", LabOptions.NONE.withLog(folder.resolve("lab.log")))
                .orElseThrow();
        lab.endpoints().write(endpoints).orElseThrow();
        project = new TestProject(Files.createDirectory(folder.resolve("project")))
                .with("TWINPATH_LAB", endpoints.toString());
        assertThat(project.run("apply", "--yes").exit()).isZero();
        Path groups = project.folder().resolve(GROUPS);
        String sound = Files.readString(groups);
        Files.writeString(groups, sound.replace("[storage_a/0, storage_b/0]", "[storage_a/0, storage_a/1]"));
        assertThat(Files.readString(groups)).isNotEqualTo(sound);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void aPlanThatOpensARiskIsRefusedAndNotSaved() {
        Path saved = folder.resolve("plan.json");
        Path notes = folder.resolve("github.txt");
        TestProject.Run plan = project.run("plan", "-o", saved.toString(), "--report", "github=" + notes);
        assertThat(plan.exit()).as(plan.all()).isEqualTo(3);
        assertThat(plan.out()).contains("opens  high");
        assertThat(plan.err()).contains("RSK0003", "storage_a");
        assertThat(saved).doesNotExist();
        assertThat(notes)
                .content()
                .contains("::error")
                .contains("RSK0003")
                .contains("file=modules/multipath-iscsi/module.yml,line=30");
    }

    @Test
    void programsAreToldWhatAPlanDoesToRisks() throws IOException {
        TestProject.Run plan = project.run("plan", "--output", "json");
        assertThat(plan.exit()).as(plan.all()).isEqualTo(3);
        JsonNode risks = new ObjectMapper().readTree(plan.out()).path("plan").path("risks");
        List<String> opened = risks.path("opens").findValuesAsText("id");
        assertThat(opened).contains("RSK0101:card:esxi2.lain.local/storage_a");
        assertThat(risks.path("refused"))
                .extracting(JsonNode::asText)
                .isSubsetOf(opened)
                .contains("RSK0101:card:esxi2.lain.local/storage_a");
        JsonNode effect = risks.path("opens").get(0).path("effects").get(0);
        assertThat(effect.has("effect")).isTrue();
        assertThat(effect.path("because").isArray()).isTrue();
        assertThat(risks.path("closes").isArray()).isTrue();
        assertThat(risks.path("leaves").isArray()).isTrue();
    }

    @Test
    void soIsAnApplyBeforeAnythingIsSent() throws IOException {
        long before = writes();
        TestProject.Run apply = project.run("apply", "--yes");
        assertThat(apply.exit()).as(apply.all()).isEqualTo(3);
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void aPolicyCanTakeTheRisk() throws IOException {
        project.write("inventory/accepted.yml", """
                policies:
                  one-card-until-the-new-ones-come:
                    accept: RSK0101
                    until: 2030-12-31
                    because: The second cards are ordered.
                """);
        Path saved = folder.resolve("plan.json");
        Path comment = folder.resolve("plan.md");
        TestProject.Run plan = project.run("plan", "-o", saved.toString(), "--report", "markdown=" + comment);
        assertThat(plan.exit()).as(plan.all()).isZero();
        assertThat(plan.out()).contains("(accepted)");
        assertThat(comment).content().contains("<summary>Risks</summary>").contains("(accepted)");

        TestProject.Run show = project.run("show", saved.toString());
        assertThat(show.exit()).as(show.all()).isZero();
        assertThat(show.out())
                .contains("opens  If the card")
                .contains("(accepted)")
                .contains("Risks: ");
        assertThat(project.run("show", saved.toString(), "--output", "json").out())
                .isEqualTo(Files.readString(saved));
    }

    private long writes() throws IOException {
        return Files.readAllLines(folder.resolve("lab.log")).stream()
                .filter(l -> l.contains("\"set\"") || l.contains("\"add\"") || l.contains("\"remove\""))
                .count();
    }
}
