package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinpath.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed site in a repository, and changes of it that matter to its storage. */
class ReviewedRiskTest {

    private static final String BOTH = "[storage_a/0, storage_b/0]";

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void commit() throws IOException, GitAPIException {
        project = new TestProject(folder);
        project.commit("Two ways to everything");
    }

    private void edit(String from, String to) throws IOException {
        Path groups = folder.resolve("inventory/groups.yml");
        String before = Files.readString(groups);
        Files.writeString(groups, before.replace(from, to));
        assertThat(Files.readString(groups)).isNotEqualTo(before);
    }

    @Test
    void takingTheSecondCardFromStorageIsRefusedAtTheLineThatDoesIt() throws IOException {
        edit(BOTH, "[storage_a/0, storage_a/1]");
        Path notes = folder.resolve("notes.txt");
        TestProject.Run diff = project.run("diff", "HEAD", "--report", "github=" + notes);
        assertThat(diff.exit()).as(diff.all()).isEqualTo(3);
        Golden.same("diff-risks", diff.out());
        assertThat(diff.out())
                .startsWith("Risks:")
                .contains("opens RSK0101: If the card Broadcom 57810 (storage_a) of esxi3.lain.local fails");
        assertThat(notes)
                .content()
                .contains("::error file=inventory/groups.yml,line=34,")
                .contains("title=RSK0101");
    }

    @Test
    void programsAreToldOfTheRefusalToo() throws IOException {
        assertThat(project.run("diff", "HEAD", "--output", "json").out()).contains("\"refused\" : false");
        edit(BOTH, "[storage_a/0, storage_a/1]");
        TestProject.Run diff = project.run("diff", "HEAD", "--output", "json");
        assertThat(diff.exit()).isEqualTo(3);
        JsonNode answer = new ObjectMapper().readTree(diff.out());
        assertThat(answer.path("refused").asBoolean()).isTrue();
        assertThat(answer.path("risks").get(0).path("refused").asBoolean()).isTrue();
        assertThat(answer.path("risks").get(0).path("id").asText())
                .isEqualTo("RSK0101:card:esxi1.lain.local/storage_a");
    }

    @Test
    void whoAsksForHostsOnlyGetsHosts() throws IOException {
        edit(BOTH, "[storage_a/0, storage_a/1]");
        TestProject.Run hosts = project.run("diff", "HEAD", "--affected-hosts");
        assertThat(hosts.exit()).isZero();
        assertThat(hosts.out().lines()).hasSize(3);
    }

    @Test
    void aChangeThatOpensNothingIsNotRefused() throws IOException {
        edit("Misc.APDTimeout: 140", "Misc.APDTimeout: 150");
        TestProject.Run diff = project.run("diff", "HEAD");
        assertThat(diff.exit()).as(diff.all()).isZero();
        assertThat(diff.out()).doesNotContain("Risks:");
    }
}
