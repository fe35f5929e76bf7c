package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.site.LabSites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole plan asks of the API: of a vCenter the same few calls for any number of hosts. */
class ApiRequestsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROJECT = """
            project: {name: counted, connect: {via: [api]}}
            groups:
              all_hosts:
                hosts: ["esxi[1:HOSTS].lab.example"]
                vswitches: {vSwitch0: {mtu: 1500, port_groups: {Management Network: {vlan: 0}}}}
            hosts:
            """;

    @TempDir
    Path folder;

    @Test
    void aVCenterIsAskedFiveTimesForAnyNumberOfHosts() throws IOException {
        for (int hosts : List.of(2, 12)) {
            assertThat(asked(hosts, true))
                    .containsExactly(
                            "vCenter RetrieveServiceContent",
                            "vCenter Login",
                            "vCenter CreateContainerView",
                            "vCenter RetrievePropertiesEx",
                            "vCenter Logout");
        }
    }

    @Test
    void aHostByItselfIsAskedSixTimes() throws IOException {
        List<String> asked = asked(2, false);
        for (int host = 1; host <= 2; host++) {
            String name = "esxi" + host + ".lab.example ";
            assertThat(asked).filteredOn(call -> call.startsWith(name)).hasSize(6);
        }
    }

    private List<String> asked(int hosts, boolean vcenter) throws IOException {
        Path here = Files.createDirectory(folder.resolve(hosts + "-" + vcenter));
        Path log = here.resolve("lab.log");
        Path site = here.resolve("site.yml");
        Files.writeString(site, LabSites.generate(hosts, 1));
        try (Lab lab = Lab.open(
                        LabSites.open(site.toString(), Instant.parse("2026-01-01T00:00:00Z"))
                                .orElseThrow(),
                        LabOptions.NONE.withLog(log))
                .orElseThrow()) {
            Path endpoints = here.resolve("lab.json");
            lab.endpoints().write(endpoints).orElseThrow();
            if (!vcenter) {
                ObjectNode all = (ObjectNode) JSON.readTree(endpoints.toFile());
                all.remove("vcenter");
                Files.writeString(endpoints, JSON.writeValueAsString(all));
                Files.setPosixFilePermissions(endpoints, PosixFilePermissions.fromString("rw-------"));
            }
            TestProject project = TestProject.empty(Files.createDirectory(here.resolve("project")))
                    .with("TWINPATH_LAB", endpoints.toString());
            StringBuilder spec = new StringBuilder(PROJECT.replace("HOSTS", Integer.toString(hosts)));
            for (int host = 1; host <= hosts; host++) {
                spec.append("  esxi").append(host).append(".lab.example: {}\n");
            }
            project.write("inventory/site.yml", spec.toString());
            TestProject.Run plan = project.run("plan");
            assertThat(plan.out()).as(plan.all()).contains("No changes.");
        }
        List<String> asked = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            asked.add(JSON.readTree(line).path("host").asText() + " "
                    + JSON.readTree(line).path("soap").asText());
        }
        return asked;
    }
}
