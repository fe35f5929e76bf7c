package io.twinpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinpath.lab.Lab;
import io.twinpath.lab.LabOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job over SSH alone, over vCenter alone, and mixed: the same facts in the end. The API has no word for slots and none
 * for claim rules, so the site names its cards by PCI address and has no such rules here.
 */
class WaysIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void everyWayLeadsToTheSameHosts() throws IOException {
        Map<String, Consumer<ObjectNode>> ways = new LinkedHashMap<>();
        ways.put("ssh", endpoints -> without(endpoints, "api", true));
        ways.put("vcenter", endpoints -> without(endpoints, "ssh", false));
        ways.put("mixed", endpoints -> {});
        Map<String, JsonNode> ends = new LinkedHashMap<>();
        for (Map.Entry<String, Consumer<ObjectNode>> way : ways.entrySet()) {
            ends.put(way.getKey(), end(way.getKey(), way.getValue()));
        }
        JsonNode overSsh = Objects.requireNonNull(ends.get("ssh"));
        ends.forEach((way, facts) -> assertThat(facts.toPrettyString())
                .as("hosts after an apply over %s", way)
                .isEqualTo(overSsh.toPrettyString()));
    }

    @Test
    void nothingIsChangedBehindTheVCenterThatOwnsAHost() throws IOException {
        Path all = folder.resolve("all.json");
        try (Lab lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow()) {
            lab.endpoints().write(all).orElseThrow();
            ObjectNode endpoints = (ObjectNode) JSON.readTree(Files.readString(all));
            without(endpoints, "ssh", true);
            Files.writeString(all, endpoints.toString());
            TestProject project = project("behind");
            TestProject.Run plan = project.run("plan", "--lab", all.toString());
            assertThat(plan.out()).contains("iscsi:esxi3.lain.local/software  The host belongs to the vCenter at");
            TestProject.Run applied = project.run("apply", "--yes", "--lab", all.toString());
            assertThat(applied.exit()).as(applied.all()).isEqualTo(3);
        }
    }

    /** What the hosts tell over SSH after an apply over the endpoints that are left. */
    private JsonNode end(String name, Consumer<ObjectNode> narrowed) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        Path all = own.resolve("ssh.json");
        Path some = own.resolve("some.json");
        try (Lab lab = Lab.open("lain-cards-installed", LabOptions.NONE).orElseThrow()) {
            lab.endpoints().write(all).orElseThrow();
            ObjectNode overSsh = (ObjectNode) JSON.readTree(Files.readString(all));
            ObjectNode endpoints = overSsh.deepCopy();
            without(overSsh, "api", true);
            Files.writeString(all, overSsh.toString());
            narrowed.accept(endpoints);
            Files.writeString(some, endpoints.toString());
            TestProject project = project(name + "/project");
            if (name.equals("mixed")) {
                project.write("inventory/zz-ways.yml", "groups:\n  all:\n    connect: {via: [api, ssh]}\n");
            }
            TestProject.Run applied = project.run("apply", "--yes", "--lab", some.toString());
            assertThat(applied.exit()).as(name + "\n" + applied.all()).isZero();
            TestProject.Run again = project.run("plan", "--detailed-exitcode", "--lab", some.toString());
            assertThat(again.exit()).as(name + "\n" + again.all()).isZero();
            return facts(
                    project.run("observe", "--all", "--limit", "all", "--output", "json", "--lab", all.toString()));
        }
    }

    /** The committed site in words that both transports have. */
    private TestProject project(String name) throws IOException {
        TestProject project = new TestProject(Files.createDirectory(folder.resolve(name)));
        Path groups = project.folder().resolve("inventory/groups.yml");
        change(groups, "slot: \"3\"", "pci: \"0000:03:00\"");
        change(groups, "slot: \"5\"", "pci: \"0000:05:00\"");
        Path module = project.folder().resolve("modules/multipath-iscsi/module.yml");
        String text = Files.readString(module);
        Files.writeString(module, text.substring(0, text.indexOf("\n  multipath:") + 1));
        return project;
    }

    private static void change(Path file, String before, String after) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    /** What hosts have, whenever it was seen. */
    private static JsonNode facts(TestProject.Run observed) throws IOException {
        assertThat(observed.exit()).as(observed.err()).isZero();
        ObjectNode facts = JSON.createObjectNode();
        JSON.readTree(observed.out()).path("resources").forEach(resource -> {
            String address = resource.path("address").asText();
            if (address.contains(".lain.local/")) {
                facts.set(address, resource.path("value"));
            }
        });
        assertThat(facts.size()).isGreaterThan(100);
        return facts;
    }

    private static void without(ObjectNode endpoints, String way, boolean vcenterToo) {
        List<ObjectNode> hosts = new ArrayList<>();
        endpoints.path("hosts").forEach(host -> hosts.add((ObjectNode) host));
        hosts.forEach(host -> host.remove(way));
        if (vcenterToo) {
            endpoints.remove("vcenter");
        }
    }
}
