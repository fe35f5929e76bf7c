package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.execute.PlanStore;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a saved plan when the spec, the policies or the file are not what they were. */
class SavedPlanIT {

    private static final String GROUPS = "inventory/groups.yml";
    private static final String HOST = "esxi1.lain.local";

    @TempDir
    Path folder;

    private Lab lab;
    private TestProject project;
    private Path saved;

    @BeforeEach
    void serve() throws IOException {
        Path endpoints = folder.resolve("lab.json");
        lab = Lab.open("lain-cards-installed", LabOptions.NONE.withLog(folder.resolve("lab.log")))
                .orElseThrow();
        lab.endpoints().write(endpoints).orElseThrow();
        project = new TestProject(Files.createDirectory(folder.resolve("project")))
                .with("TWINPATH_LAB", endpoints.toString());
        saved = folder.resolve("plan.json");
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private void edit(String from, String to) throws IOException {
        Path groups = project.folder().resolve(GROUPS);
        String before = Files.readString(groups);
        assertThat(before).contains(from);
        Files.writeString(groups, before.replace(from, to));
    }

    private Plan plan(String... more) {
        String[] all = new String[more.length + 5];
        System.arraycopy(new String[] {"plan", "-o", saved.toString(), "--limit", HOST}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        TestProject.Run run = project.run(all);
        assertThat(run.exit()).as(run.all()).isZero();
        return PlanStore.read(saved).orElseThrow();
    }

    private TestProject.Run apply(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "apply";
        all[1] = saved.toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return project.run(all);
    }

    private long writes() throws IOException {
        return Files.readAllLines(folder.resolve("lab.log")).stream()
                .filter(l -> l.contains("\"set\"") || l.contains("\"add\"") || l.contains("\"remove\""))
                .count();
    }

    private void refusedAsStale(TestProject.Run run) throws IOException {
        assertThat(run.exit()).as(run.all()).isEqualTo(Exit.STALE.code());
        assertThat(run.err()).contains("CLI0057", "Nothing was sent");
        assertThat(writes()).isZero();
    }

    @Test
    void theSpecMayChangeElsewhereAndNotThere() throws IOException {
        edit("Misc.APDTimeout: 140", "Misc.APDTimeout: 150");
        plan();
        edit("Misc.APDTimeout: 150", "Misc.APDTimeout: 160");
        refusedAsStale(apply());
        edit("Misc.APDTimeout: 160", "Misc.APDTimeout: 150, Net.TcpipHeapMax: 1024");
        TestProject.Run run = apply();
        assertThat(run.exit()).as(run.all()).isZero();
    }

    @Test
    void aPlanThatTwinpathDidNotWriteIsNotRun() throws IOException {
        edit("Misc.APDTimeout: 140", "Misc.APDTimeout: 150");
        Plan plan = plan("--target", "advanced:" + HOST + "/Misc.APDTimeout");
        Step step = plan.steps().getFirst();
        edit("Misc.APDTimeout: 150", "Misc.APDTimeout: 200");
        Plan other = plan("--target", "advanced:" + HOST + "/Misc.APDTimeout");
        edit("Misc.APDTimeout: 200", "Misc.APDTimeout: 150");
        Step forged = new Step(
                step.id(),
                step.address(),
                step.action(),
                step.deltas(),
                step.wanted(),
                step.way(),
                other.steps().getFirst().forward(),
                step.reversal(),
                step.after(),
                step.risk(),
                step.guards(),
                step.notes());
        PlanStore.write(with(plan, List.of(forged)), saved).orElseThrow();
        refusedAsStale(apply());
        PlanStore.write(plan, saved).orElseThrow();
        TestProject.Run run = apply();
        assertThat(run.exit()).as(run.all()).isZero();
    }

    private static Plan with(Plan plan, List<Step> steps) {
        return new Plan(
                plan.stamp(),
                plan.project(),
                plan.specFingerprint(),
                plan.factsFingerprint(),
                plan.hosts(),
                steps,
                plan.blocked(),
                plan.declared(),
                plan.notApplied(),
                plan.kept(),
                plan.undeclared(),
                plan.risks());
    }

    @Test
    void anAcceptanceMustStillHold() throws IOException {
        project.run("apply", "--yes"); // what needs the storage that this brings comes with the second
        assertThat(project.run("apply", "--yes").exit()).isZero();
        edit("[storage_a/0, storage_b/0]", "[storage_a/0, storage_a/1]");
        String policy = """
                policies:
                  one-card-until-the-new-ones-come: {accept: RSK0101, until: %s, because: The second cards are ordered.}
                """;
        project.write("inventory/accepted.yml", policy.formatted("2100-12-31"));
        assertThat(project.run("plan", "-o", saved.toString()).exit()).isZero();
        project.write("inventory/accepted.yml", policy.formatted("2022-10-13"));
        long before = writes();
        TestProject.Run run = apply();
        assertThat(run.exit()).as(run.all()).isEqualTo(Exit.REFUSED.code());
        assertThat(run.err()).contains("RSK0003");
        assertThat(writes()).isEqualTo(before);
        project.write("inventory/accepted.yml", policy.formatted("2100-12-31"));
        TestProject.Run accepted = apply();
        assertThat(accepted.exit()).as(accepted.all()).isZero();
    }

    @Test
    void whatWasSetIsSetAgain() throws IOException {
        String set = "vswitch:" + HOST + "/vSwitch0.mtu=1600";
        plan("--set", set, "--target", "vswitch:" + HOST + "/vSwitch0");
        refusedAsStale(apply());
        TestProject.Run run = apply("--set", set);
        assertThat(run.exit()).as(run.all()).isZero();
    }
}
