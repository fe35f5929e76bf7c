package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        TestProject.Run plan = project.run("plan");
        assertThat(plan.exit()).as(plan.all()).isZero();
        assertThat(plan.out()).contains("(accepted)");
    }

    private long writes() throws IOException {
        return Files.readAllLines(folder.resolve("lab.log")).stream()
                .filter(l -> l.contains("\"set\"") || l.contains("\"add\"") || l.contains("\"remove\""))
                .count();
    }
}
