package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.MethodCommand;
import io.twinpath.driver.vim.Vim25;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.Site;
import io.twinpath.plan.Plan;
import io.twinpath.plan.Reversal;
import io.twinpath.plan.Step;
import io.twinpath.plan.file.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports and interfaces that go from standard to distributed switches and back, over real SOAP and SSH. */
class MovesIT {

    private static final String PROJECT = """
            project: {name: moving}
            hosts:
              esxi1.lain.local:
                cards: {onboard: {model: broadcom-5720, pci: "0000:01:00"}}
                vswitches:
                  vSwitch0:
                    uplinks: [%s]
                    port_groups: {Management Network: {vlan: 0}}
                vmkernel:
                  vmk0: {port_group: %s, services: [management, vmotion]}
            distributed_switches:
              dvs1:
                datacenter: Datacenter
                uplinks: [Uplink 1, Uplink 2]
                hosts: {esxi1.lain.local: {ports: [%s]}}
            distributed_port_groups:
              dv-mgmt: {dvs: dvs1, vlan: %d, teaming: {active: [%s], standby: []}}
            """;

    private static final String HOME =
            PROJECT.formatted("onboard/0, onboard/1", "Management Network", "", 0, "Uplink 1");
    private static final String AWAY = PROJECT.formatted("onboard/1", "dv-mgmt", "onboard/0", 0, "Uplink 1");

    @TempDir
    Path folder;

    private Lab lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow();

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void managementGoesThereAndBackInOneCallEach() throws IOException {
        TestProject project = project(HOME);
        project.applied();

        project.write("inventory/project.yml", AWAY);
        Step there = onlyStep(project);
        assertThat(there.forward())
                .singleElement()
                .asString()
                .contains("""
                UpdateNetworkConfig(config: {vswitch: {changeOperation: edit, name: vSwitch0""")
                .contains("proxySwitch: {changeOperation: edit, uuid: ")
                .contains("backing: {pnicSpec: {pnicDevice: vmnic0, uplinkPortKey: 0}}")
                .contains("vnic: {changeOperation: edit, device: vmk0, portgroup: , spec: ");
        assertThat(((Reversal.Commands) there.reversal()).commands())
                .singleElement()
                .asString()
                .contains("nicDevice: vmnic0, nicDevice: vmnic1")
                .contains("backing: {}")
                .contains("device: vmk0, portgroup: Management Network, spec: ");
        project.applied();
        assertThat(project.run("observe").out()).contains("hosts: {esxi1.lain.local: {ports: [vmnic0]");

        project.write("inventory/project.yml", HOME);
        assertThat(onlyStep(project).deltas()).hasSize(2);
        project.applied();
        assertThat(project.run("observe").out()).contains("uplinks: [vmnic0, vmnic1]");
    }

    /** What a move goes to is made first, in an apply of its own. */
    @Test
    void preparationComesBefore() throws IOException {
        TestProject project = project(AWAY);
        TestProject.Run first = project.run("apply", "--yes");
        assertThat(first.out()).contains("It moves to what is not there yet: dv_port_group:dv-mgmt");
        assertThat(first.exit()).as(first.all()).isEqualTo(3);
        project.applied();
    }

    /** The interface is read by the port group that the spec names, in the plan as in the apply. */
    @Test
    void anInterfaceMayChangeWhileItsSwitchIsMade() throws IOException {
        TestProject project = project(AWAY.replace("[management, vmotion]", "[management]"));
        TestProject.Run first = project.run("apply", "--yes");
        assertThat(first.exit()).as(first.all()).isEqualTo(3);
        project.applied();
    }

    @Test
    void aPortGroupThatWouldHaveNoUplinkThereIsRefused() throws IOException {
        TestProject project = project(HOME);
        project.applied();
        project.write("inventory/project.yml", AWAY.replace("active: [Uplink 1]", "active: [Uplink 2]"));
        project.run("apply", "--yes"); // the port group itself
        assertThat(project.run("plan").out())
                .contains("vmk0 would come to dv-mgmt of dvs1 without an uplink there on this host.");
    }

    @Test
    void whatStaysKeepsAnUplinkToo() throws IOException {
        TestProject project = project(HOME);
        project.applied();
        project.write(
                "inventory/project.yml",
                PROJECT.formatted("", "Management Network", "onboard/0, onboard/1", 0, "Uplink 1"));
        assertThat(project.run("plan").out())
                .contains("vmk0 would stay on Management Network of vSwitch0 without an uplink there on this host.");
    }

    /** Another VLAN is another network; the lab's vCenter loses the host and has it go back. */
    @Test
    void vCenterTakesBackWhatLosesTheHost() throws IOException {
        TestProject project = project(HOME.replace("vlan: 0, teaming: {active", "vlan: 99, teaming: {active"));
        project.applied();
        project.write("inventory/project.yml", AWAY.replace("vlan: 0, teaming: {active", "vlan: 99, teaming: {active"));
        TestProject.Run run = project.run("apply", "--yes");
        assertThat(run.all()).contains("has been rolled back");
        assertThat(run.exit()).as(run.all()).isNotZero();
        assertThat(project.run("observe").out())
                .contains("uplinks: [vmnic0, vmnic1]", "port_group: Management Network");
    }

    @Test
    void withoutRollbackAPersonStandsAtTheConsole() throws IOException {
        lab.close();
        Site site = LabSites.open("lain-cards-installed", Instant.parse("2022-10-13T07:30:00Z"))
                .orElseThrow();
        Objects.requireNonNull(site.vcenter).networkRollback = false;
        lab = Lab.open(site, LabOptions.NONE).orElseThrow();
        TestProject project = project(HOME);
        project.applied();
        project.write("inventory/project.yml", AWAY);
        assertThat(project.run("plan").out())
                .contains("vmk0 carries management and moves", "config.vpxd.network.rollback is off");
        TestProject.Run run = project.run("apply", "--yes", "--i-have-console");
        assertThat(run.exit()).as(run.all()).isZero();
        assertThat(run.out()).contains("Nobody takes it back by itself");
    }

    private TestProject project(String spec) throws IOException {
        Path endpoints = folder.resolve("lab.json");
        lab.endpoints().write(endpoints).orElseThrow();
        TestProject project = TestProject.empty(Files.createDirectory(folder.resolve("project")))
                .with("TWINPATH_LAB", endpoints.toString());
        project.write("inventory/project.yml", spec);
        return project;
    }

    /** The step that is planned, whose calls are as the API describes them. */
    private static Step onlyStep(TestProject project) throws IOException {
        Path file = project.folder().resolve("move.plan.json");
        TestProject.Run run = project.run("plan", "-o", file.toString());
        assertThat(run.exit()).as(run.all()).isZero();
        assertThat(run.out()).contains("All of it moves in one call. vCenter takes it back by itself");
        Plan plan = PlanText.read(Files.readAllBytes(file), file.toString()).orElseThrow();
        assertThat(plan.steps()).hasSize(1);
        Step step = plan.steps().getFirst();
        for (List<?> commands : List.of(step.forward(), ((Reversal.Commands) step.reversal()).commands())) {
            commands.forEach(c -> Vim25.sound((MethodCommand) c));
        }
        Files.delete(file);
        return step;
    }
}
