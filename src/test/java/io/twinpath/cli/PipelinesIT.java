package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offline jobs of the documentation's pipelines, run as they are written: what a change means, without a credential. */
class PipelinesIT {

    private static final String GROUPS = "inventory/groups.yml";
    private static final String BOTH = "[storage_a/0, storage_b/0]";
    private static final String ONE = "[storage_a/0, storage_a/1]";

    /** Where the ports of the storage cards are named. */
    private static final int LINE = 34;

    @TempDir
    Path folder;

    private Shell shell;
    private Forge forge;

    @BeforeEach
    void open() throws IOException {
        Shell.need("git");
        Shell.need("bash");
        shell = new Shell(Files.createDirectory(folder.resolve("home")));
        forge = new Forge(folder, shell);
    }

    private Runner runner(String branch) throws IOException {
        return new Runner(shell, forge.checkoutMerged(branch));
    }

    private Shell.Ran github(Runner runner) throws IOException {
        return steps(runner, "github/twinpath-check.yml");
    }

    private Shell.Ran gitea(Runner runner) throws IOException {
        return steps(runner, "gitea-actions.yml");
    }

    private Shell.Ran steps(Runner runner, String file) throws IOException {
        PipelineFile pipeline = PipelineFile.read(file);
        assertThat(pipeline.reference("check", Map.of())).isEmpty();
        Map<String, String> given = new HashMap<>(forge.tool());
        given.put("GITHUB_BASE_REF", "main");
        return runner.steps(pipeline.steps("check", Map.of()), given);
    }

    private Shell.Ran gitlab(Runner runner) throws IOException {
        Map<String, String> given = new HashMap<>(forge.tool());
        given.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", forge.git("rev-parse", "main"));
        return runner.script(PipelineFile.read("gitlab-ci.yml").gitlab("twinpath:check"), given);
    }

    @Test
    void movingThingsIsNoChange() throws IOException {
        forge.git("checkout", "-q", "-b", "tidy");
        Files.createDirectory(forge.folder().resolve("inventory/more"));
        forge.git("mv", GROUPS, "inventory/more/all groups.yml");
        forge.commit("Tidy");
        Runner runner = runner("tidy");
        Shell.Ran ran = github(runner);
        assertThat(ran.exit()).as(ran.log()).isZero();
        assertThat(ran.log()).contains("No semantic change.").doesNotContain("::");
        assertThat(runner.summary()).startsWith("## twinpath diff: good");
        for (Shell.Ran other : new Shell.Ran[] {gitlab(runner("tidy")), gitea(runner("tidy"))}) {
            assertThat(other.exit()).as(other.log()).isZero();
            assertThat(other.log()).contains("No semantic change.");
        }
    }

    @Test
    void takingTheSecondCardFromStorageIsRefused() throws IOException {
        forge.branch("one-card", GROUPS, BOTH, ONE);
        Runner runner = runner("one-card");
        Shell.Ran ran = github(runner);
        assertThat(ran.exit()).as(ran.log()).isEqualTo(3);
        assertThat(ran.log())
                .contains("::error file=" + GROUPS + ",line=" + LINE + ",")
                .contains("title=RSK0101");
        assertThat(runner.summary()).startsWith("## twinpath diff: attention").contains("| error | ");
        JsonNode result = new ObjectMapper()
                .readTree(runner.workspace().resolve("twinpath.sarif").toFile())
                .at("/runs/0/results/0");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(LINE);

        Shell.Ran text = gitea(runner("one-card"));
        assertThat(text.exit()).as(text.log()).isEqualTo(3);
        assertThat(text.log()).contains("opens RSK0101", GROUPS + ":" + LINE);
    }

    @Test
    void gitlabShowsTheRefusalOnTheLine() throws IOException {
        forge.branch("one-card", GROUPS, BOTH, ONE);
        Runner runner = runner("one-card");
        Shell.Ran ran = gitlab(runner);
        assertThat(ran.exit()).as(ran.log()).isEqualTo(3);
        JsonNode remark = new ObjectMapper()
                .readTree(runner.workspace()
                        .resolve("gl-code-quality-report.json")
                        .toFile())
                .get(0);
        assertThat(remark.path("severity").asText()).isEqualTo("critical");
        assertThat(remark.path("check_name").asText()).isEqualTo("RSK0101");
        assertThat(remark.at("/location/path").asText()).isEqualTo(GROUPS);
        assertThat(remark.at("/location/lines/begin").asInt()).isEqualTo(LINE);
        assertThat(runner.workspace().resolve("twinpath.xml")).content().contains("<failure", "RSK0101");
        assertThat(runner.workspace().resolve("twinpath.sarif")).content().contains("RSK0101");
    }

    @Test
    void aSpecThatIsNotValidIsTold() throws IOException {
        forge.branch("broken", GROUPS, "    vswitches:", "    vswiches:");
        Shell.Ran ran = github(runner("broken"));
        assertThat(ran.exit()).as(ran.log()).isEqualTo(65);
        assertThat(ran.log()).contains("::error file=" + GROUPS + ",line=").contains("vswitches");
        Runner runner = runner("broken");
        assertThat(gitlab(runner).exit()).isEqualTo(65);
        assertThat(runner.workspace().resolve("gl-code-quality-report.json"))
                .content()
                .contains(GROUPS, "critical");
        Shell.Ran text = gitea(runner("broken"));
        assertThat(text.exit()).as(text.log()).isEqualTo(65);
        assertThat(text.log()).contains(GROUPS + ":");
    }
}
