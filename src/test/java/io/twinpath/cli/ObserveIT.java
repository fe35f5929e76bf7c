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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at the site as it was on the day of the failure: what it costs, what it says, and keeping it. */
class ObserveIT {

    private static final List<String> HOSTS = List.of("esxi1.lain.local", "esxi2.lain.local", "esxi3.lain.local");

    /** Calls of esxcli that one look at one host of this site may cost; each can take a real host a second. */
    private static final int CALLS = 24;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    private Path log = Path.of("");
    private Lab lab = Lab.open("lain-2022-10-13", LabOptions.NONE).orElseThrow();

    @BeforeEach
    void serve() {
        lab.close();
        log = folder.resolve("lab.log");
        lab = Lab.open("lain-2022-10-13", LabOptions.NONE.withLog(log)).orElseThrow();
        lab.endpoints().write(folder.resolve("lab.json")).orElseThrow();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    private TestProject project(String name) throws IOException {
        return new TestProject(Files.createDirectory(folder.resolve(name)));
    }

    private TestProject connected() throws IOException {
        return project("connected")
                .with("TWINPATH_LAB", folder.resolve("lab.json").toString());
    }

    @Test
    void costsTwoRoundTripsAndFewCallsPerHost() throws IOException {
        TestProject.Run run = connected().run("observe");
        assertThat(run.exit()).as(run.all()).isZero();
        for (String host : HOSTS) {
            assertThat(logged(host, "command")).as(host).isBetween(1L, 2L);
            assertThat(logged(host, "esxcli")).as(host).isBetween(10L, (long) CALLS);
        }
    }

    private long logged(String host, String what) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(l -> l.contains("\"" + what + "\":") && l.contains("\"host\":\"" + host + "\""))
                    .count();
        }
    }

    @Test
    void saysWhatIsThere() throws IOException {
        JsonNode seen =
                JSON.readTree(connected().run("observe", "--output", "json").out());
        for (String host : HOSTS) {
            assertThat(seen.at("/hosts/" + host + "/build").asText()).isEqualTo("14320388");
        }
        assertThat(value(seen, "card:esxi3.lain.local/storage_b"))
                .isEqualTo("{\"model\":\"mellanox-connectx2\",\"slot\":\"5\",\"address\":\"0000:05:00\","
                        + "\"id\":\"15b3:6750\",\"subsystem\":\"15b3:0018\",\"driver\":\"mlx4_en\","
                        + "\"ports\":[\"vmnic4\"]}");
        assertThat(state(seen, "card:esxi3.lain.local/storage_a")).isEqualTo("absent");
        assertThat(state(seen, "vmkernel:esxi3.lain.local/vmk2")).isEqualTo("absent");
        assertThat(value(seen, "vswitch:esxi3.lain.local/vSwitch1")).contains("\"uplinks\":[\"vmnic4\"],\"mtu\":9000");
        assertThat(value(seen, "vmkernel:esxi3.lain.local/vmk1")).contains("\"ip\":\"10.20.0.113/24\"");
        assertThat(value(seen, "iscsi:esxi1.lain.local/software")).contains("\"port_binding\":[\"vmk1\",\"vmk2\"]");
        assertThat(value(seen, "port_group:esxi2.lain.local/iSCSI-B")).contains("\"active\":[\"vmnic4\"]");
        assertThat(value(seen, "multipath:esxi2.lain.local/psa"))
                .contains("\"naa.6001405a1b2c3d4e5f60718293a4b501\":{\"psp\":\"VMW_PSP_RR\",\"iops\":1");
        assertThat(value(seen, "advanced:esxi1.lain.local/Misc.APDTimeout")).contains("\"value\":\"140\"");
    }

    /** What nobody declared is told only when asked for, and in no more round trips. */
    @Test
    void saysAllThatIsThereWhenAsked() throws IOException {
        JsonNode seen = JSON.readTree(
                connected().run("observe", "--all", "--output", "json").out());
        assertThat(value(seen, "dns:esxi1.lain.local/dns")).contains("\"servers\":[");
        assertThat(value(seen, "iscsi:esxi1.lain.local/software")).contains("\"port_binding\":[\"vmk1\",\"vmk2\"]");
        assertThat(seen.get("unlisted")).isEmpty();
        for (String host : HOSTS) {
            assertThat(logged(host, "command")).as(host).isBetween(1L, 2L);
        }
    }

    /** As people gather them: a few lists, without the answers about single objects. */
    @Test
    void fewOutputsTellWhatTheyHold() throws IOException {
        String recording = folder.resolve("whole").toString();
        assertThat(connected().run("observe", "--record", recording).exit()).isZero();
        Path few = Files.createDirectories(folder.resolve("few/esxi1.lain.local"));
        String list = "network-vswitch-standard-list.xml";
        Files.copy(Path.of(recording, "esxi1.lain.local", list), few.resolve(list));
        JsonNode seen = JSON.readTree(project("offline-few")
                .run(
                        "observe",
                        "--all",
                        "--limit",
                        "esxi1.lain.local",
                        "--output",
                        "json",
                        "--replay",
                        folder.resolve("few").toString())
                .out());
        assertThat(value(seen, "vswitch:esxi1.lain.local/vSwitch1")).contains("\"mtu\":9000");
        assertThat(seen.get("unlisted").toString())
                .contains("\"kind\":\"port_group\"", "network-vswitch-standard-portgroup-list");
    }

    private static JsonNode resource(JsonNode seen, String address) {
        for (JsonNode each : seen.get("resources")) {
            if (each.get("address").asText().equals(address)) {
                return each;
            }
        }
        throw new AssertionError("nothing was said of " + address);
    }

    private static String state(JsonNode seen, String address) {
        return resource(seen, address).get("state").asText();
    }

    private static String value(JsonNode seen, String address) {
        return resource(seen, address).path("value").toString();
    }

    /** The site is gone when the recording is read; text and JSON are what they were, but for the times. */
    @Test
    void aRecordingSaysWhatTheSiteSaid() throws IOException {
        String recording = folder.resolve("recording").toString();
        TestProject connected = connected();
        TestProject.Run live = connected.run("observe", "--output", "json", "--record", recording);
        assertThat(live.exit()).as(live.all()).isZero();
        String plan = connected.run("plan").out();
        lab.close();

        TestProject offline = project("offline");
        TestProject.Run replayed = offline.run("observe", "--output", "json", "--replay", recording);
        assertThat(replayed.exit()).as(replayed.all()).isZero();
        assertThat(timeless(replayed.out())).isEqualTo(timeless(live.out()));
        // What failures depend on was not recorded, so only a live plan goes on to tell its risks.
        String offlinePlan = offline.run("plan", "--replay", recording).out();
        assertThat(plan).startsWith(offlinePlan).contains("Risks: ");
        assertThat(offlinePlan).contains("Plan: ");
    }

    private static JsonNode timeless(String text) throws IOException {
        JsonNode seen = JSON.readTree(text);
        assertThat(seen.get("resources")).isNotEmpty();
        seen.get("resources").forEach(each -> ((ObjectNode) each).remove("at"));
        return seen;
    }
}
