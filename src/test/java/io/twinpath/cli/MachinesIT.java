package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.site.LabSites;
import io.twinpath.lab.site.Operation;
import io.twinpath.lab.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a virtual machine cannot do is told by a plan and not by a failed apply, over real SOAP. */
class MachinesIT {

    private static final String PROJECT = """
            project: {name: machines, connect: {via: [api]}}
            hosts: {esxi3.lain.local: {}, esxi1.lain.local: {}}
            vms: {%s}
            """;

    @TempDir
    Path folder;

    private Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow();

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void aDiskGoesOnlyWhereItsHostCanUseIt() throws IOException {
        site(site -> {
            site.emptied.add("stor2-backup");
            Objects.requireNonNull(site.vms.get("web2")).host = "esxi1.lain.local";
        });
        TestProject project = project("""
                pomf: {disks: {Hard disk 2: {datastore: stor2-backup}}},
                git: {disks: {Hard disk 1: {datastore: nowhere}}},
                web2: {disks: {Hard disk 1: {datastore: esxi3-ssd}}}
                """);
        assertThat(project.run("plan").out())
                .contains("Hard disk 2 cannot move. The datastore stor2-backup is in maintenance mode.")
                .contains("Hard disk 1 cannot move. There is no datastore nowhere on this server.")
                .contains("Hard disk 1 cannot move. esxi1.lain.local has no datastore esxi3-ssd.")
                .contains("nothing can be changed now, 3 blocked");
    }

    @Test
    void aMachineWhoseStorageIsGoneIsNotSwitchedOff() throws IOException {
        TestProject project = project("irc: {cpu: {count: 8}, power_cycle: hard}");
        Path plan = folder.resolve("irc.plan.json");
        assertThat(project.run("plan", "-o", plan.toString()).out()).contains("Its power is cut and given back");

        lab.apply(new Operation.Fail("nic:esxi3.lain.local/vmnic4")).orElseThrow();
        TestProject.Run apply = project.run("apply", plan.toString(), "--yes");
        assertThat(apply.all()).contains("EXE0102", "Nothing was sent to any host");
        assertThat(project.run("plan").out())
                .contains("might not start again, so its power is not cut. esxi3.lain.local cannot reach the datastore"
                        + " stor1-vm now (AllPathsDown_Start).");

        lab.apply(new Operation.Repair("nic:esxi3.lain.local/vmnic4")).orElseThrow();
        project.applied();
    }

    @Test
    void aHostByItselfTellsOfItsMachinesAndChangesThem() throws IOException {
        site(MachinesIT::alone);
        TestProject project = project("""
                git: {host: esxi3.lain.local, advanced: {sched.mem.pshare.enable: "FALSE"}, cpu: {reservation: "500"},
                      memory: {reservation: "1024"}, notes: hello}
                """);
        project.applied();
        project.write("inventory/project.yml", PROJECT.formatted("""
                web1: {host: esxi3.lain.local, disks: {Hard disk 1: {datastore: stor2-backup}}},
                pomf: {host: esxi3.lain.local, ha: {restart_priority: high}}
                """));
        assertThat(project.run("plan").out())
                .contains("Disks are moved to other datastores by a vCenter")
                .contains("Overrides of HA and DRS are kept by a vCenter");
    }

    @Test
    void theFreeLicenceTakesNoChanges() throws IOException {
        site(site -> {
            alone(site);
            site.host("esxi3.lain.local").freeLicence = true;
        });
        assertThat(project("git: {host: esxi3.lain.local, notes: hello}")
                        .run("plan")
                        .out())
                .contains("The host has the licence of the free hypervisor, whose API takes no changes.");
    }

    private static void alone(Site site) {
        site.vcenter = null;
        site.clusters.clear();
    }

    private void site(Consumer<Site> change) {
        lab.close();
        Site site = LabSites.open("lain-2022-10-13", Instant.parse("2022-10-13T07:30:00Z"))
                .orElseThrow();
        change.accept(site);
        lab = Lab.open(site, LabOptions.NONE).orElseThrow();
    }

    private TestProject project(String machines) throws IOException {
        Path endpoints = folder.resolve("lab.json");
        lab.endpoints().write(endpoints).orElseThrow();
        TestProject project = TestProject.empty(Files.createDirectory(folder.resolve("project")))
                .with("TWINPATH_LAB", endpoints.toString());
        project.write("inventory/project.yml", PROJECT.formatted(machines));
        return project;
    }
}
