package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A distributed switch and its port group: from a spec over real SOAP into the vCenter of a simulated site, and back. */
class DistributedIT {

    private static final String GROUPS = """
            distributed_port_groups:
              guests: {dvs: dvs1, vlan: %d, teaming: {active: [Uplink 1], standby: [Uplink 2]}}
            """;

    @TempDir
    Path folder;

    private final Lab lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow();

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void isMadeWithItsHostsAndChangedAndTakenAway() throws IOException {
        Path endpoints = folder.resolve("lab.json");
        lab.endpoints().write(endpoints).orElseThrow();
        TestProject project = TestProject.empty(Files.createDirectory(folder.resolve("project")))
                .with("TWINPATH_LAB", endpoints.toString());
        project.write("inventory/project.yml", "project: {name: distributed}\nhosts: {esxi1.lain.local: {}}\n");

        applied(project, """
                distributed_switches:
                  dvs1:
                    datacenter: Datacenter
                    mtu: 9000
                    uplinks: [Uplink 1, Uplink 2]
                    hosts: {esxi1.lain.local: {ports: [vmnic3]}}
                """ + GROUPS.formatted(7));
        TestProject.Run seen = project.run("observe");
        assertThat(seen.out()).contains("mtu: 9000", "ports: [vmnic3]", "vlan: 7");

        applied(project, "distributed_switches: {dvs1: {mtu: 1500}}\n" + GROUPS.formatted(8));
        assertThat(project.run("observe").out()).contains("mtu: 1500", "ports: [vmnic3]", "vlan: 8");

        applied(project, """
                distributed_switches: {dvs1: {}}
                distributed_port_groups: {guests: {dvs: dvs1, state: absent}}
                """);
        assertThat(project.run("observe").out()).contains("dv_port_group guests  absent");
    }

    private static void applied(TestProject project, String spec) throws IOException {
        project.write("inventory/networks.yml", spec);
        TestProject.Run applied = project.run("apply", "--yes");
        assertThat(applied.exit()).as(applied.all()).isZero();
        TestProject.Run after = project.run("plan", "--detailed-exitcode");
        assertThat(after.exit()).as(after.all()).isZero();
    }
}
