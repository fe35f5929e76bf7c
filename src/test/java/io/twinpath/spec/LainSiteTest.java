package io.twinpath.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostic;
import io.twinpath.model.Address;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Origin;
import io.twinpath.model.Resource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The committed site is complete and says what the story needs. */
class LainSiteTest {

    private static Loaded load(String... set) {
        return SpecLoader.load(
                        new FolderFiles(Path.of(".")), LoadOptions.standard().with(List.of(set)))
                .result()
                .orElseThrow();
    }

    private static Resource<?> resource(Loaded loaded, String address) {
        return Objects.requireNonNull(
                loaded.spec().resources().get(Address.parse(address).orElseThrow()), address);
    }

    @Test
    void itHasNoMistakesAndNoWarnings() {
        List<Diagnostic> found = SpecLoader.load(new FolderFiles(Path.of(".")), LoadOptions.standard())
                .result()
                .diagnostics();
        assertThat(found).isEmpty();
    }

    @Test
    void itRunsAgainstTheSimulatedSite() {
        assertThat(load().spec().project().lab()).contains("lain-2022-10-13");
    }

    @Test
    void everyHostHasTwoPinnedPathsOverTwoCards() {
        Loaded loaded = load();
        for (int i = 1; i <= 3; i++) {
            String host = "esxi" + i + ".lain.local";
            assertThat(resource(loaded, "port_group:" + host + "/iSCSI-A").requires())
                    .contains(Address.onHost("card", host, "storage_a"))
                    .doesNotContain(Address.onHost("card", host, "storage_b"));
            assertThat(resource(loaded, "vmkernel:" + host + "/vmk1").desired().toString())
                    .contains("10.20.0.11" + i + "/24");
            assertThat(resource(loaded, "vmkernel:" + host + "/vmk2").desired().toString())
                    .contains("10.21.0.11" + i + "/24");
        }
    }

    @Test
    void aValueKnowsTheModuleThatItComesFrom() {
        List<Origin> chain =
                resource(load(), "vswitch:esxi3.lain.local/vSwitch1").origins().get(FieldPath.of("mtu"));
        assertThat(chain).singleElement().satisfies(origin -> {
            assertThat(origin.layer()).isEqualTo("module multipath-iscsi, used by group storage_hosts");
            assertThat(origin.span().source()).isEqualTo("modules/multipath-iscsi/module.yml");
            assertThat(origin.written()).isEqualTo("{{ mtu }}");
        });
    }

    @Test
    void theCommandLineGoesBeforeEverything() {
        Loaded loaded = load(
                "vswitch:esxi3.lain.local/vSwitch1.mtu=1500",
                "esxi3.lain.local:vars.id=14",
                "advanced:esxi3.lain.local/Misc.APDTimeout=120",
                "esxi2.lain.local:advanced.Misc.APDTimeout=90",
                "vm:pomf.reboot_safe=true");
        assertThat(resource(loaded, "vswitch:esxi3.lain.local/vSwitch1")
                        .origins()
                        .get(FieldPath.of("mtu")))
                .extracting(Origin::layer)
                .containsExactly("--set", "module multipath-iscsi, used by group storage_hosts");
        assertThat(resource(loaded, "vmkernel:esxi3.lain.local/vmk0").desired().toString())
                .contains("10.0.0.14/24");
        assertThat(resource(loaded, "advanced:esxi3.lain.local/Misc.APDTimeout")
                        .desired()
                        .toString())
                .contains("value=120");
        assertThat(resource(loaded, "advanced:esxi2.lain.local/Misc.APDTimeout")
                        .desired()
                        .toString())
                .contains("value=90");
        assertThat(resource(loaded, "vm:pomf").desired().toString()).contains("rebootSafe=Optional[true]");
    }
}
