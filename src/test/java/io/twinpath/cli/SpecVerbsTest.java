package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The offline verbs on the committed site. */
class SpecVerbsTest {

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void copy() throws IOException {
        project = new TestProject(folder);
    }

    @Test
    void theCommittedSiteIsValid() {
        TestProject.Run run = project.run("validate");
        assertThat(run.exit()).as(run.all()).isZero();
        assertThat(run.out()).startsWith("The spec is valid:");
    }

    @Test
    void fiveMistakesAreFiveLocatedDiagnostics() throws IOException {
        Files.writeString(folder.resolve("inventory/mistakes.yml"), """
                groups:
                  wrong:
                    hosts: [esxi9.lain.local]
                hosts:
                  extra.lain.local:
                    vswitches:
                      vSwitch0:
                        mtu: 010
                        upliks: [vmnic0]
                        port_groups:
                          VM Network: {vlan: 5000}
                    vmkernel:
                      vmk0: {port_group: VM Netwrk, ip: 10.0.0.300/24}
                """);
        TestProject.Run run = project.run("validate");
        assertThat(run.exit()).isEqualTo(Exit.INVALID_SPEC.code());
        assertThat(run.out().lines().filter(l -> l.startsWith("error SPC"))).hasSizeGreaterThanOrEqualTo(5);
        assertThat(run.out())
                .contains("inventory/mistakes.yml:3:")
                .contains("inventory/mistakes.yml:8:")
                .contains("inventory/mistakes.yml:9:")
                .contains("Did you mean \"uplinks\"?")
                .contains("inventory/mistakes.yml:11:")
                .contains("inventory/mistakes.yml:13:")
                .doesNotContain("\tat ");
        assertThat(project.run("validate", "--output", "json").out()).contains("\"valid\" : false");
    }

    @Test
    void damagedFilesNeverGiveAStackTrace() throws IOException {
        Random random = new Random(11);
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (int i = 0; i < 60; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] good = Files.readAllBytes(file);
            byte[] bad = good.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bad);
            TestProject.Run run = project.run("validate");
            assertThat(run.exit()).as(run.all()).isIn(0, Exit.INVALID_SPEC.code());
            assertThat(run.all()).doesNotContain("\tat ").doesNotContain("CLI0001");
            Files.write(file, good);
        }
    }

    @Test
    void outsideOfAProjectItSaysSo(@TempDir Path elsewhere) {
        TestProject.Run run = project.run("-C", elsewhere.toString(), "plan");
        assertThat(run.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(run.err()).contains("CLI0003").doesNotContain("\tat ");
    }

    @Test
    void whatIsWrongInTheCommandLineIsNoInvalidSpec() throws IOException {
        for (String set : List.of("mtu=9000", "nohost:vars.id=1", "vswitch:esxi1.lain.local/vSwitch0")) {
            TestProject.Run run = project.run("validate", "--set", set);
            assertThat(run.exit()).as(run.all()).isEqualTo(Exit.USAGE.code());
            assertThat(run.all()).contains("--set:1:1");
        }
        Files.writeString(folder.resolve("inventory/mistake.yml"), "hosts: 1\n");
        assertThat(project.run("validate", "--set", "mtu=9000").exit()).isEqualTo(Exit.INVALID_SPEC.code());
    }

    @Test
    void aFolderIsNoEndpointsFile() {
        TestProject.Run run = project.run("plan", "--lab", folder.toString());
        assertThat(run.exit()).as(run.all()).isNotZero();
        assertThat(run.all()).contains("it is a folder").doesNotContain("no such file");
    }

    @Test
    void aSelectionThatMatchesNothingIsAWrongCommandLine() {
        for (String limit : List.of("nosuch", "esxi9*", "*:!*", "", ":", "esxi[3:1].lain.local", "&nosuch")) {
            TestProject.Run run = project.run("plan", "--limit", limit);
            assertThat(run.exit()).as("--limit %s: %s", limit, run.all()).isEqualTo(Exit.USAGE.code());
            assertThat(run.err()).contains("error DIF01").contains("--limit");
        }
        for (String target : List.of("x", "vswitch:esxi3.lain.local/none", "vswitch:esxi3.lain.local/")) {
            TestProject.Run run = project.run("plan", "--target", target);
            assertThat(run.exit()).as("--target %s: %s", target, run.all()).isEqualTo(Exit.USAGE.code());
            assertThat(run.err()).contains("error DIF01").contains("--target");
        }
    }
}
