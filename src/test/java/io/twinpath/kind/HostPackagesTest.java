package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.esxcli.Format;
import io.twinpath.kind.image.ImageKind;
import io.twinpath.kind.vib.Vib;
import io.twinpath.kind.vib.VibKind;
import io.twinpath.lab.site.Release;
import io.twinpath.lab.site.Sites;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Software packages against the lab: only what is asked for, from where it is asked for. */
class HostPackagesTest {

    private static final String DEPOT = "/vmfs/volumes/stor1-vm/drivers.zip";
    private static final String FLING = "/tmp/fling.vib";

    static Stream<LabHost> hosts() {
        return Stream.of("6.0.0", "6.7.0", "7.0.3", "8.0.3", "9.0.0")
                .flatMap(v -> Stream.of(Format.XML, Format.TEXT).map(format -> {
                    LabHost host = new LabHost(Sites.lain(), Sites.ESXI3, format);
                    host.host.release = new Release(v, 8169922, 0, 0);
                    host.site.depots.put(
                            DEPOT,
                            new TreeMap<>(Map.of(
                                    "qfle3", packed("1.0.60.3-1OEM.670.0.0.8169922", "QLC", "PartnerSupported", true),
                                    "tools", packed("12.1-1", "VMware", "VMwareAccepted", false))));
                    host.site.depots.put(
                            FLING, new TreeMap<>(Map.of("fling", packed("0.1-1", "me", "CommunitySupported", false))));
                    return host;
                }));
    }

    private static io.twinpath.lab.site.Vib packed(String version, String vendor, String level, boolean restart) {
        return new io.twinpath.lab.site.Vib(version, vendor, level, restart);
    }

    private static LabTrip<Vib> vib(LabHost host, String name) {
        return new LabTrip<>(new VibKind(), host, name);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void nothingIsInstalledThatNobodyAskedFor(LabHost host) {
        assertThat(vib(host, "qfle3").blocked(Map.of("version", ">=1.0.50"))).contains("not installed", "install_from");
        assertThat(vib(host, "esx-base").change(Map.of("version", ">=6.0, <99")))
                .isInstanceOf(Change.Keep.class);
        assertThat(vib(host, "esx-base").change(Map.of())).isInstanceOf(Change.Keep.class);
        assertThat(vib(host, "esx-base").blocked(Map.of("version", ">=99"))).contains("and >=99 is wanted");
    }

    /** What counts only from the next start is compared with the image of that start. */
    @ParameterizedTest
    @MethodSource("hosts")
    void installedForTheNextStart(LabHost host) {
        var qfle3 = vib(host, "qfle3");
        Map<String, Object> wanted = Map.of("version", ">=1.0.60", "install_from", DEPOT);
        Change<Vib> change = qfle3.change(wanted);
        assertThat(qfle3.script(change)).containsExactly("software vib install --depot=" + DEPOT + " --vibname=qfle3");
        assertThat(qfle3.kind().notes(change)).hasSize(1);
        qfle3.there(change);
        assertThat(qfle3.change(wanted)).isInstanceOf(Change.Keep.class);
        assertThat(qfle3.found().running()).contains("none");
        assertThat(qfle3.script(qfle3.opposite(change))).containsExactly("software vib remove --vibname=qfle3");
        qfle3.there(qfle3.change(Optional.empty()));
        assertThat(qfle3.read(Optional.empty())).isInstanceOf(Observed.Absent.class);
        Sites.happen(host.site, "power " + Sites.ESXI3 + " off", "power " + Sites.ESXI3 + " on");
        assertThat(qfle3.read(Optional.empty())).isInstanceOf(Observed.Absent.class);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void updatedAndTakenBackOnlyWithASource(LabHost host) {
        var tools = vib(host, "tools");
        host.host.software.added.put("tools", packed("12.0-1", "VMware", "VMwareAccepted", false));
        Change<Vib> change = tools.change(Map.of("version", "12.1", "install_from", DEPOT));
        assertThat(tools.script(change)).containsExactly("software vib update --depot=" + DEPOT + " --vibname=tools");
        assertThat(tools.script(tools.opposite(change)))
                .as("where the old one was from is not known")
                .isEmpty();
        tools.there(change);
        assertThat(tools.found().version()).contains("12.1-1");
        assertThat(tools.script(tools.change(Map.of("version", "<12.1", "install_from", DEPOT))))
                .containsExactly("software vib install --depot=" + DEPOT + " --vibname=tools");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void theHostDecidesWhomItTrusts(LabHost host) {
        var fling = vib(host, "fling");
        Change<Vib> change = fling.change(Map.of("install_from", FLING));
        assertThat(fling.script(change)).containsExactly("software vib install --viburl=" + FLING);
        host.send(fling.commands(change));
        assertThat(host.refusals)
                .singleElement()
                .asString()
                .contains("[DependencyError]", "is community, which is not compliant");
        host.refusals.clear();
        var image = new LabTrip<>(new ImageKind(), host, "esxi");
        image.there(image.change(Map.of("acceptance_level", "community_supported")));
        fling.thereAndBack(Map.of("install_from", FLING));
        fling.there(change);
        assertThat(fling.census()).containsExactly("fling");
        host.send(image.commands(image.change(Map.of("acceptance_level", "partner_supported"))));
        assertThat(host.refusals).singleElement().asString().contains("fling_0.1-1's acceptance level");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void aDepotThatIsNotThereIsQuoted(LabHost host) {
        var qfle3 = vib(host, "qfle3");
        host.send(qfle3.commands(qfle3.change(Map.of("install_from", "https://depot.example/x.zip"))));
        assertThat(host.refusals).singleElement().asString().contains("[MetadataDownloadError]");
    }
}
