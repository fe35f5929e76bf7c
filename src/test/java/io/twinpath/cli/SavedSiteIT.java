package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.driver.api.Vcsim;
import io.twinpath.lab.ApiEndpoint;
import io.twinpath.lab.Endpoints;
import io.twinpath.lab.HostEndpoint;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import io.twinpath.lab.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three hosts with cards, switches, interfaces, software iSCSI and paths, served by the simulator of govmomi from what govc saved
 * of the lab. What passed through the types of others must be read as it was; what is changed there is read again, by Twinpath
 * and by govc.
 */
class SavedSiteIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ESXI1 = "esxi1.lain.local";
    private static final String ESXI2 = "esxi2.lain.local";

    /** What gives esxi1 other settings than it has, one or more of each kind that the simulator lets be changed. */
    private static final String CHANGES = """
                advanced: {Misc.APDTimeout: 150}
                maintenance: true
                vswitches:
                  vSwitch0:
                    mtu: 1600
                    teaming: {active: [onboard/1], standby: [onboard/0], notify_switches: false}
                    security: {promiscuous: true}
                    port_groups:
                      VM Network: {vlan: 7, security: {mac_changes: false}}
                iscsi:
                  alias: first
                  static_targets: [{portal: 10.20.0.11, iqn: "iqn.2003-01.org.example:a"}]
                  parameters: {NoopOutInterval: 20}
                multipath:
                  devices: {naa.6001405a1b2c3d4e5f60718293a4b501: {psp: VMW_PSP_FIXED}}
            """;

    @TempDir
    Path folder;

    @Test
    void passesThroughTheTypesOfOthers() throws Exception {
        try (Lab lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow();
                Vcsim vcsim = saved(lab)) {
            TestProject project = project();
            JsonNode before = observed(project, endpoints(lab, lab.endpoints().vcenter()));
            JsonNode after = observed(project, endpoints(lab, Optional.of(vcsim.endpoint())));
            assertThat(before.path("resources").size()).isGreaterThan(100);
            assertThat(kinds(before)).containsAll(claimed());
            assertThat(told(after)).isEqualTo(told(before));
            assertThat(after.path("unlisted")).as("unreadable, not absent").allSatisfy(one -> {
                assertThat(one.path("kind").asText()).isIn("image", "vib");
                assertThat(one.path("reason").asText()).contains("ManagedObjectNotFound");
            });
        }
    }

    @Test
    void whatIsChangedIsReadBackAndSoDoesGovc() throws Exception {
        try (Lab lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow();
                Vcsim vcsim = saved(lab)) {
            TestProject project = project();
            String site = endpoints(lab, Optional.of(vcsim.endpoint())).toString();
            bind(project, site);
            saying(project, CHANGES);
            JsonNode others = resources(observed(project, site), ESXI2);

            TestProject.Run applied = project.run("apply", "--yes", "--limit", ESXI1, "--lab", site);
            assertThat(applied.exit()).as(applied.all()).isZero();
            assertThat(applied.out()).contains("each read back");
            TestProject.Run again = project.run("plan", "--detailed-exitcode", "--limit", ESXI1, "--lab", site);
            assertThat(again.exit()).as(again.all()).isZero();

            assertThat(resources(observed(project, site), ESXI2)).isEqualTo(others);
            seenByGovc(vcsim);
            saying(project, "    maintenance: false\n    iscsi: {alias: \"\", static_targets: []}\n");
            TestProject.Run back = project.run("apply", "--yes", "--limit", ESXI1, "--lab", site);
            assertThat(back.exit()).as(back.all()).isZero();
            assertThat(govc(vcsim, "host.info", "-json", "-host", ESXI1)).contains("\"inMaintenanceMode\": false");
        }
    }

    /** Says this of the first host, and no more what was said before. */
    private static void saying(TestProject project, String words) throws IOException {
        String hosts = Files.readString(Path.of("inventory/hosts.yml"));
        String first = "  " + ESXI1 + ":\n    vars: {id: 11}\n";
        assertThat(hosts).contains(first);
        project.write("inventory/hosts.yml", hosts.replace(first, first + words));
    }

    /** The simulator does not know which interfaces were bound, so that they are bound anew. */
    private static void bind(TestProject project, String site) {
        TestProject.Run bound = project.run("apply", "--yes", "--limit", ESXI1, "--lab", site);
        // An older Go can only build the simulator without the calls that src/ci/peers adds.
        assumeFalse(
                bound.all().contains("ManagedObjectNotFound") && !"true".equals(System.getenv("CI")),
                "this vcsim takes no changes of hosts: src/ci/peers.sh with Go 1.23 or newer builds one that does");
        assertThat(bound.exit()).as(bound.all()).isZero();
        assertThat(bound.out()).contains("port_binding: [] -> [vmk1, vmk2]");
    }

    private static void seenByGovc(Vcsim vcsim) throws Exception {
        assertThat(govc(vcsim, "host.option.ls", "-host", ESXI1, "Misc.APDTimeout"))
                .contains("150");
        assertThat(govc(vcsim, "host.option.ls", "-host", ESXI2, "Misc.APDTimeout"))
                .contains("140");
        assertThat(govc(vcsim, "host.info", "-json", "-host", ESXI1)).contains("\"inMaintenanceMode\": true");
        assertThat(govc(
                        vcsim,
                        "collect",
                        "-json",
                        "/Datacenter/host/lain/" + ESXI1,
                        "config.network",
                        "config.storageDevice"))
                .contains("\"vlanId\": 7", "\"iScsiAlias\": \"first\"", "iqn.2003-01.org.example:a", "VMW_PSP_FIXED");
    }

    private static String govc(Vcsim vcsim, String... words) throws IOException, InterruptedException {
        return Peers.run(vcsim.govc(), "govc", words).good();
    }

    private Vcsim saved(Lab lab) throws Exception {
        Path rig = folder.resolve("rig");
        Peers.run(Peers.govc(lab.endpoints().vcenter().orElseThrow()), "govc", "object.save", "-d", rig.toString())
                .good();
        return Vcsim.start("-load", rig.toString());
    }

    /** The committed site, in words that the API has. */
    private TestProject project() throws IOException {
        TestProject project = new TestProject(Files.createDirectory(folder.resolve("project")));
        Path groups = project.folder().resolve("inventory/groups.yml");
        Files.writeString(
                groups,
                Files.readString(groups)
                        .replace("slot: \"3\"", "pci: \"0000:03:00\"")
                        .replace("slot: \"5\"", "pci: \"0000:05:00\""));
        Path module = project.folder().resolve("modules/multipath-iscsi/module.yml");
        String text = Files.readString(module);
        Files.writeString(module, text.substring(0, text.indexOf("\n  multipath:") + 1));
        // A host in maintenance takes nobody, and another does not have the storage of its neighbours here.
        project.write("inventory/zz-accepted.yml", """
                policies:
                  one-host-is-empty-for-a-while:
                    accept: RSK0101
                    components: [host:esxi2.lain.local]
                    until: 2030-12-31
                    because: Its cards are changed.
                """);
        project.write("inventory/zz-ways.yml", "groups:\n  all:\n    connect: {via: [api]}\n");
        return project;
    }

    /** A vCenter and hosts that are not there without it. */
    private Path endpoints(Lab lab, Optional<ApiEndpoint> vcenter) {
        NavigableMap<String, HostEndpoint> hosts = new TreeMap<>(lab.endpoints().hosts());
        ApiEndpoint nowhere = new ApiEndpoint("https://127.0.0.1:1/sdk", "root", "x", "00".repeat(32));
        hosts.replaceAll((name, host) -> new HostEndpoint(host.ssh(), nowhere));
        return new Endpoints(hosts, vcenter, lab.endpoints().control())
                .write(folder.resolve("endpoints.json"))
                .orElseThrow();
    }

    private static JsonNode observed(TestProject project, Object endpoints) throws IOException {
        TestProject.Run run =
                project.run("observe", "--all", "--limit", "all", "--output", "json", "--lab", endpoints.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        return JSON.readTree(run.out());
    }

    /** What the table of the README says is read of hosts; a host in no maintenance is not listed as one that has it. */
    private static Set<String> claimed() throws IOException {
        Set<String> claimed = new LinkedHashSet<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/over-api.yml"))) {
            if (line.contains("{vcsim: ") && !line.startsWith("maintenance:")) {
                claimed.add(line.substring(0, line.indexOf(':')));
            }
        }
        assertThat(claimed).hasSizeGreaterThan(10);
        return claimed;
    }

    private static Set<String> kinds(JsonNode observed) {
        Set<String> kinds = new LinkedHashSet<>();
        observed.path("resources")
                .forEach(r -> kinds.add(r.path("address").asText().replaceAll(":.*", "")));
        return kinds;
    }

    /**
     * The facts without what the simulator cannot tell: the bound interfaces, which were not saved, and numbers that are 0, which
     * the types of govmomi leave out where they may be.
     */
    private static String told(JsonNode observed) {
        ObjectNode all = resources(observed, "");
        return all.toPrettyString()
                .replaceAll("\"port_binding\" : \\[[^]]*]", "\"port_binding\" : []")
                .replaceAll("\\s*\"restart_delay\" : \"0s\",", "")
                .replaceAll("\\s*\"policy.nicTeaming.failureCriteria.percentage\" : \"0\",", "");
    }

    private static ObjectNode resources(JsonNode observed, String host) {
        ObjectNode facts = JSON.createObjectNode();
        observed.path("resources").forEach(resource -> {
            String address = resource.path("address").asText();
            if (address.contains(host)) {
                facts.put(address + " is", resource.path("state").asText());
                facts.set(address, resource.path("value"));
            }
        });
        return facts;
    }
}
