package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.site.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job over real SSH: the committed site against the lab that has both cards installed. */
class StoryIT {

    private static final String ESXI3 = "esxi3.lain.local";

    @TempDir
    Path folder;

    private Lab lab;
    private TestProject project;

    @BeforeEach
    void serve() throws IOException {
        Path site = Files.createDirectory(folder.resolve("project"));
        Path endpoints = folder.resolve("lab.json");
        lab = Lab.open("lain-cards-installed", LabOptions.NONE.withLog(folder.resolve("lab.log")))
                .orElseThrow();
        lab.endpoints().write(endpoints).orElseThrow();
        project = new TestProject(site).with("TWINPATH_LAB", endpoints.toString());
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void theOldConfigurationBecomesTwoPathsOverTwoCards() {
        TestProject.Run before = project.run("plan", "--detailed-exitcode");
        assertThat(before.exit()).as(before.all()).isEqualTo(2);
        assertThat(before.out()).contains("~ vswitch vSwitch1").contains("~ vm pomf", "~ cluster lain");

        TestProject.Run applied = project.run("apply", "--yes");
        assertThat(applied.exit()).as(applied.all()).isZero();

        TestProject.Run after = project.run("plan", "--detailed-exitcode");
        assertThat(after.exit()).as(after.all()).isZero();
        assertThat(after.out()).startsWith("No changes.");

        TestProject.Run paths = project.run("observe", "--paths", "--limit", ESXI3);
        assertThat(paths.out().lines().filter(l -> l.contains("2 active paths")))
                .hasSize(2);
        assertThat(paths.out()).contains("vmk1 > iSCSI-A > vmnic5").contains("vmk2 > iSCSI-B > vmnic7");
    }

    @Test
    void aWholeReadTakesTwoRoundTripsAtMost() throws IOException {
        assertThat(project.run("observe").exit()).isZero();
        assertRoundTrips(2);
    }

    /** And a question for the time, which stands alone: an answer that waited for others would tell of their slowness. */
    @Test
    void aLookAtAllThatFailuresDependOnTakesTwoAsWell() throws IOException {
        assertThat(project.run("risks").exit()).isZero();
        assertRoundTrips(3);
    }

    /** One look for the plan, and one for what it does to risks. */
    @Test
    void aPlanWithChangesLooksTwice() throws IOException {
        assertThat(project.run("plan").exit()).isZero();
        assertRoundTrips(4);
    }

    private void assertRoundTrips(long most) throws IOException {
        for (String host : new String[] {"esxi1.lain.local", "esxi2.lain.local", ESXI3}) {
            long commands = Files.readAllLines(folder.resolve("lab.log")).stream()
                    .filter(l -> l.contains("\"command\"") && l.contains(host))
                    .count();
            assertThat(commands).as(host).isBetween(1L, most);
        }
    }

    @Test
    void planningSendsNothingThatChanges() throws IOException {
        project.run("plan");
        project.run("observe");
        assertThat(Files.readAllLines(folder.resolve("lab.log")).stream().filter(l -> l.contains("\"esxcli\"")))
                .isNotEmpty()
                .allMatch(l -> l.contains("\"list\"") || l.contains("\"get\""));
    }

    @Test
    void aSavedPlanIsRefusedWhenAFactHasChanged() throws IOException {
        Path saved = folder.resolve("plan.json");
        assertThat(project.run("plan", "-o", saved.toString()).exit()).isZero();
        assertThat(project.run("show", saved.toString()).out()).contains("~ vswitch vSwitch1");
        assertThat(project.run("apply", "--yes", "--target", "port_group:" + ESXI3 + "/iSCSI-B")
                        .exit())
                .isZero();
        long before = writes();
        TestProject.Run stale = project.run("apply", saved.toString());
        assertThat(stale.exit()).as(stale.all()).isEqualTo(4);
        assertThat(writes()).isEqualTo(before);
    }

    private long writes() throws IOException {
        return Files.readAllLines(folder.resolve("lab.log")).stream()
                .filter(l -> l.contains("\"esxcli\"") && !l.contains("\"list\"") && !l.contains("\"get\""))
                .count();
    }

    @Test
    void aHostThatDoesNotAnswerDoesNotStopTheOthers() {
        lab.apply(new Operation.SwitchPower("esxi1.lain.local", false)).orElseThrow();
        TestProject.Run plan = project.run("plan");
        assertThat(plan.exit()).isEqualTo(6);
        assertThat(plan.out()).contains("? esxi1.lain.local").contains("~ vswitch vSwitch1");
        TestProject.Run applied = project.run("apply", "--yes");
        assertThat(applied.exit()).as(applied.all()).isEqualTo(6);
        assertThat(project.run("observe", "--paths", "--limit", ESXI3).out()).contains("2 active paths");
    }

    @Test
    void aMissingCardBlocksOnlyWhatNeedsIt() {
        lab.apply(new Operation.SwitchPower(ESXI3, false)).orElseThrow();
        lab.apply(new Operation.PlaceCard(ESXI3, "5", "mellanox-connectx2")).orElseThrow();
        lab.apply(new Operation.SwitchPower(ESXI3, true)).orElseThrow();
        TestProject.Run plan = project.run("plan");
        assertThat(plan.out())
                .contains("put a Broadcom 57810 into slot 5 in place of the Mellanox ConnectX-2 (15b3:6750)")
                .contains("waiting for that:")
                .contains("multipath psa");
        TestProject.Run applied = project.run("apply", "--yes", "--limit", ESXI3);
        assertThat(applied.exit()).as(applied.all()).isEqualTo(3);
        assertThat(applied.out()).contains("Applied").contains("still blocked");
    }

    @Test
    void theLastUplinkIsNotTakenAway() throws IOException {
        Path groups = project.folder().resolve("inventory/groups.yml");
        Files.writeString(
                groups,
                Files.readString(groups)
                        .replace("uplinks: [onboard/0, onboard/1]", "uplinks: []")
                        .replace("teaming: {active: [onboard/0], standby: [onboard/1], failback: true}", "mtu: 1500"));
        TestProject.Run applied = project.run("apply", "--yes", "--target", "vswitch:" + ESXI3 + "/vSwitch0");
        assertThat(applied.exit()).as(applied.all()).isEqualTo(3);
        assertThat(applied.out()).contains("without an uplink on vSwitch0");
        assertThat(writes()).isZero();
    }

    @Test
    void theWayBackToAHostIsNotTakenAway() throws IOException {
        Path hosts = project.folder().resolve("inventory/hosts.yml");
        String written = Files.readString(hosts).stripTrailing();
        for (String cut : new String[] {
            "vmkernel: {vmk0: {state: absent}}",
            "vmkernel: {vmk0: {services: []}}",
            "vmkernel: {vmk0: {port_group: VM Network}}"
        }) {
            Files.writeString(hosts, written + "\n    " + cut + "\n");
            TestProject.Run applied = project.run("apply", "--yes", "--target", "vmkernel:" + ESXI3 + "/vmk0");
            assertThat(applied.exit()).as(cut + applied.all()).isEqualTo(3);
            assertThat(applied.out()).contains("vmk0 carries management");
        }
        assertThat(writes()).isZero();
    }

    @Test
    void withoutATerminalNothingIsAssumed() {
        TestProject.Run refused = project.run("apply");
        assertThat(refused.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(refused.err()).contains("CLI0008").contains("--yes");
    }
}
