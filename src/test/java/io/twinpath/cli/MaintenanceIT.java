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

/** Maintenance mode through the vCenter of the simulated site, where SSH is never used: refused while anybody stays, and entered once nobody does. */
class MaintenanceIT {

    private static final String ESXI3 = "esxi3.lain.local";
    private static final String HOST = "  " + ESXI3 + ":\n    vars: {id: 13}\n";

    @TempDir
    Path folder;

    private Lab lab;
    private TestProject project;
    private TestProject overSsh;

    @BeforeEach
    void serve() throws IOException {
        lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow();
        Path endpoints = folder.resolve("lab.json");
        lab.endpoints().write(endpoints).orElseThrow();
        project = new TestProject(Files.createDirectory(folder.resolve("project")))
                .with("TWINPATH_LAB", endpoints.toString());
        overSsh = new TestProject(Files.createDirectory(folder.resolve("ssh")))
                .with("TWINPATH_LAB", endpoints.toString());
        overSsh.write("inventory/hosts.yml", hosts("false"));
        overSsh.write("inventory/zz-ways.yml", "groups:\n  all:\n    connect: {via: [ssh]}\n");
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void isRefusedWhileMachinesStayAndEnteredOnceTheyLeft() throws IOException {
        TestProject.Run site = project.run("apply", "--yes");
        assertThat(site.exit()).as(site.all()).isZero();
        project.write("inventory/zz-ways.yml", "groups:\n  all:\n    connect: {via: [api]}\n");
        maintenance("{enabled: true, timeout: 1s}");

        TestProject.Run refused = limited("apply", "--yes");
        assertThat(refused.exit()).as(refused.all()).isEqualTo(1);
        assertThat(refused.all()).contains("Timedout");
        assertThat(inMaintenance()).isFalse();

        TestProject.Run emptied = project.run("evacuate", ESXI3, "--yes");
        assertThat(emptied.exit()).as(emptied.all()).isZero();
        TestProject.Run entered = limited("apply", "--yes");
        assertThat(entered.exit()).as(entered.all()).isZero();
        assertThat(inMaintenance()).isTrue();
        assertThat(limited("plan", "--detailed-exitcode").exit()).isZero();

        maintenance("false");
        TestProject.Run left = limited("apply", "--yes");
        assertThat(left.exit()).as(left.all()).isZero();
        assertThat(inMaintenance()).isFalse();
    }

    private void maintenance(String wanted) throws IOException {
        project.write("inventory/hosts.yml", hosts(wanted));
    }

    private static String hosts(String maintenance) throws IOException {
        String hosts = Files.readString(Path.of("inventory/hosts.yml"));
        assertThat(hosts).contains(HOST);
        return hosts.replace(HOST, HOST + "    maintenance: " + maintenance + "\n");
    }

    /** As the host itself tells over the other way. */
    private boolean inMaintenance() {
        TestProject.Run told = overSsh.run("plan", "--detailed-exitcode", "--target", "maintenance:" + ESXI3 + "/mode");
        assertThat(told.exit()).as(told.all()).isIn(0, 2);
        return told.exit() == 2;
    }

    private TestProject.Run limited(String verb, String option) {
        return project.run(verb, option, "--target", "maintenance:" + ESXI3 + "/mode");
    }
}
