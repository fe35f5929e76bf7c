package io.twinpath.lab.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinpath.diag.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabStateTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatWasSavedIsWhatIsLoaded() throws IOException {
        Site site = Sites.lain();
        Sites.happen(site, "fail switch:sw1", "power esxi3.lain.local off", "card esxi3.lain.local 5 none");
        site.host(Sites.ESXI1).iscsi.chap.secret = "hush";
        Sites.portGroup(site, Sites.ESXI1, "iSCSI-A").shaping = new Shaping();
        Path file = folder.resolve("deep/state.json");
        new LabState(file, site).save();

        Site again = LabState.load(file).orElseThrow().site();

        assertThat(Json.json().<JsonNode>valueToTree(again))
                .isEqualTo(Json.json().valueToTree(site));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void operationsWorkOnTheFile() throws IOException {
        Path file = folder.resolve("state.json");
        new LabState(file, Sites.lain()).save();
        Operation off = Operation.parse("power esxi3.lain.local off").orElseThrow();

        assertThat(LabState.load(file).orElseThrow().apply(off, Sites.MORNING).orElseThrow())
                .contains("is off");
        assertThat(LabState.load(file).orElseThrow().site().host(Sites.ESXI3).powered)
                .isFalse();
    }

    @Test
    void aFileThatIsNoStateIsRefused() throws IOException {
        Path file = folder.resolve("state.json");
        assertThat(LabState.load(file)).isInstanceOf(Result.Failed.class);
        for (String text : new String[] {
            "",
            "{",
            "[]",
            "{\"format\":2}",
            "{\"format\":1}",
            "{\"format\":1,\"site\":{\"x\":1}}",
            "{\"format\":1,\"site\":{\"hosts\":{\"a\":{\"release\":{\"version\":\"x\",\"build\":1,\"update\":1,\"patch\":1}}}}}"
        }) {
            Files.writeString(file, text);
            assertThat(LabState.load(file).diagnostics()).as(text).isNotEmpty();
            assertThat(LabState.load(file).diagnostics().getFirst().code()).isEqualTo("LAB0301");
        }
    }
}
