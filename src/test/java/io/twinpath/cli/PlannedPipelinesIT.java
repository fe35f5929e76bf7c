package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs with credentials, run as they are written, against a served site: plan, apply of what was reviewed, drift. */
class PlannedPipelinesIT {

    private static final String GROUPS = "inventory/groups.yml";
    private static final String PLAN = "plans/4711.json";

    private static final Map<String, String> DISPATCHED =
            Map.of("inputs.branch", "slower", "github.run_id", "4711", "secrets.ESXI_PASSWORD", "not-asked-for");

    @TempDir
    Path folder;

    private Lab lab;
    private Shell shell;
    private Forge forge;

    @BeforeEach
    void serve() throws IOException {
        Shell.need("git");
        Shell.need("bash");
        Path endpoints = folder.resolve("lab.json");
        lab = Lab.open("lain-cards-installed", LabOptions.NONE.withLog(folder.resolve("lab.log")))
                .orElseThrow();
        lab.endpoints().write(endpoints).orElseThrow();
        shell = new Shell(Files.createDirectory(folder.resolve("home"))).with("TWINPATH_LAB", endpoints.toString());
        forge = new Forge(folder, shell);
        forge.project().with("TWINPATH_LAB", endpoints.toString());
        forge.project().run("apply", "--yes"); // what needs the storage that this brings comes with the second
        TestProject.Run settled = forge.project().run("apply", "--yes");
        assertThat(settled.exit()).as(settled.all()).isZero();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private long writes() throws IOException {
        return Files.readAllLines(folder.resolve("lab.log")).stream()
                .filter(l -> l.contains("\"set\"") || l.contains("\"add\"") || l.contains("\"remove\""))
                .count();
    }

    /** Somebody's change, and what the job for plans says of it. */
    private Runner planned(String file, String job, Map<String, String> expressions, int exit, String says)
            throws IOException {
        PipelineFile pipeline = PipelineFile.read(file);
        assertThat(pipeline.reference(job, expressions)).isEqualTo("refs/heads/slower");
        Runner runner = new Runner(shell, forge.checkout("slower"));
        Shell.Ran ran = runner.steps(pipeline.steps(job, expressions), forge.tool());
        assertThat(ran.exit()).as(ran.log()).isEqualTo(exit);
        assertThat(ran.log()).contains(says);
        return runner;
    }

    /** The artifact goes into the branch, and the branch into main. */
    private String reviewed(Runner runner) throws IOException {
        String before = forge.git("rev-parse", "main");
        Files.createDirectories(forge.folder().resolve("plans"));
        Files.copy(runner.workspace().resolve(PLAN), forge.folder().resolve(PLAN));
        forge.commit("The plan");
        forge.merge("slower");
        return before;
    }

    private Shell.Ran applied(String file, String before) throws IOException {
        Map<String, String> expressions =
                Map.of("github.event.before", before, "secrets.ESXI_PASSWORD", "not-asked-for");
        PipelineFile pipeline = PipelineFile.read(file);
        assertThat(pipeline.reference("apply", expressions)).isEmpty();
        return new Runner(shell, forge.checkout("main")).steps(pipeline.steps("apply", expressions), forge.tool());
    }

    private void slower() throws IOException {
        forge.branch("slower", GROUPS, "Misc.APDTimeout: 140", "Misc.APDTimeout: 150");
    }

    @Test
    void whatWasReviewedIsAppliedOnce() throws IOException {
        slower();
        Runner runner = planned("github/twinpath-plan.yml", "plan", DISPATCHED, 0, "::notice::Read the plan");
        assertThat(runner.summary()).startsWith("## twinpath plan: changes");
        String before = reviewed(runner);
        Shell.Ran drifted = drift();
        assertThat(drifted.exit()).as(drifted.log()).isEqualTo(2);
        assertThat(drifted.log()).contains("::warning file=" + GROUPS);
        Shell.Ran ran = applied("github/twinpath-apply.yml", before);
        assertThat(ran.exit()).as(ran.log()).isZero();
        assertThat(ran.log()).contains("::notice file=" + PLAN + "::Applied.");
        assertThat(drift().exit()).isZero();
        long writes = writes();
        Shell.Ran again = applied("github/twinpath-apply.yml", before);
        assertThat(again.exit()).as(again.log()).isEqualTo(4);
        assertThat(again.log())
                .contains("::error file=" + PLAN + "::The plan is stale.", "Nothing was sent to any host");
        assertThat(writes()).isEqualTo(writes);
    }

    private Shell.Ran drift() throws IOException {
        PipelineFile pipeline = PipelineFile.read("github/twinpath-drift.yml");
        assertThat(pipeline.reference("drift", Map.of())).isEmpty();
        return new Runner(shell, forge.checkout("main"))
                .steps(pipeline.steps("drift", Map.of("secrets.ESXI_PASSWORD", "not-asked-for")), forge.tool());
    }

    @Test
    void whatHasChangedMeanwhileIsNotRun() throws IOException {
        slower();
        String before = reviewed(planned("gitea-actions.yml", "plan", DISPATCHED, 0, "Read the plan, and commit it"));
        TestProject.Run other = forge.project().run("apply", "--yes", "--limit", "esxi2.lain.local");
        assertThat(other.exit()).as(other.all()).isZero();
        long writes = writes();
        Shell.Ran ran = applied("gitea-actions.yml", before);
        assertThat(ran.exit()).as(ran.log()).isEqualTo(4);
        assertThat(ran.log()).contains(PLAN + ": the plan is stale.", "Nothing was sent to any host");
        assertThat(writes()).isEqualTo(writes);
    }

    @Test
    void gitlabPlansAndApplies() throws IOException {
        slower();
        PipelineFile pipeline = PipelineFile.read("gitlab-ci.yml");
        Map<String, String> given = new HashMap<>(forge.tool());
        given.putAll(Map.of(
                "TWINPATH_BRANCH",
                "slower",
                "CI_PIPELINE_ID",
                "4711",
                "CI_COMMIT_SHA",
                forge.git("rev-parse", "main")));
        Runner runner = new Runner(shell, forge.checkout("main"));
        Shell.Ran planned = runner.script(pipeline.gitlab("twinpath:plan"), given);
        assertThat(planned.exit()).as(planned.log()).isZero();
        given.put("CI_COMMIT_BEFORE_SHA", reviewed(runner));
        for (int exit : new int[] {0, 4}) {
            Shell.Ran ran = new Runner(shell, forge.checkout("main")).script(pipeline.gitlab("twinpath:apply"), given);
            assertThat(ran.exit()).as(ran.log()).isEqualTo(exit);
        }
        Shell.Ran drift = new Runner(shell, forge.checkout("main")).script(pipeline.gitlab("twinpath:drift"), given);
        assertThat(drift.exit()).as(drift.log()).isZero();
    }

    /** The branch brings pins of its own and another address; main's are taken, and no credential is given. */
    @Test
    void aBranchCannotSayWhereCredentialsGo() throws IOException {
        Files.createDirectories(forge.folder().resolve(".twinpath"));
        Files.writeString(forge.folder().resolve(".twinpath/known_hosts"), "# those of main\n");
        forge.commit("Pins");
        slower();
        Files.writeString(forge.folder().resolve(".twinpath/known_hosts"), "# those of the branch\n");
        Files.writeString(forge.folder().resolve(".twinpath/known_certificates"), "# those of the branch\n");
        forge.edit("inventory/project.yml", "connect: {", "connect: {ssh: {user: other}, ");
        forge.commit("Elsewhere");
        Runner runner = planned("github/twinpath-plan.yml", "plan", DISPATCHED, 3, "CLI0056");
        assertThat(runner.workspace().resolve(".twinpath/known_hosts")).hasContent("# those of main");
        assertThat(runner.workspace().resolve(".twinpath/known_certificates")).doesNotExist();
        assertThat(runner.workspace().resolve(PLAN)).doesNotExist();
    }

    @Test
    void aBranchThatOpensARiskIsNotPlanned() throws IOException {
        forge.branch("slower", GROUPS, "[storage_a/0, storage_b/0]", "[storage_a/0, storage_a/1]");
        Runner runner = planned("github/twinpath-plan.yml", "plan", DISPATCHED, 3, "::error file=" + GROUPS + ",line=");
        assertThat(runner.workspace().resolve(PLAN)).doesNotExist();
    }
}
