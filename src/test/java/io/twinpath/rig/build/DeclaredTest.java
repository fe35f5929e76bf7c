package io.twinpath.rig.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.rig.Rig;
import io.twinpath.rig.part.Host;
import io.twinpath.rig.part.Path;
import io.twinpath.rig.part.Socket;
import io.twinpath.spec.FolderFiles;
import io.twinpath.spec.LoadOptions;
import io.twinpath.spec.Loaded;
import io.twinpath.spec.SpecLoader;
import io.twinpath.spec.hardware.CatalogueReader;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The committed site as its spec alone draws it. */
class DeclaredTest {

    private static final String HOST = "esxi3.lain.local";

    private final Rig rig = lain();

    private static Rig lain() {
        Loaded loaded = SpecLoader.load(new FolderFiles(java.nio.file.Path.of(".")), LoadOptions.standard())
                .result()
                .orElseThrow();
        return Blueprint.declared(loaded.spec(), CatalogueReader.standard());
    }

    private Host host() {
        return Objects.requireNonNull(rig.hosts().get(HOST));
    }

    @Test
    void portsAreNamedAsTheSpecNamesThemAndEndWhereItSays() {
        assertThat(host().cards()).containsOnlyKeys("onboard", "storage_a", "storage_b");
        assertThat(host().ports().get("storage_a/0"))
                .satisfies(port -> assertThat(port.card()).contains("storage_a"))
                .satisfies(port -> assertThat(port.socket()).contains(new Socket("sw1", "1/0/13")));
    }

    @Test
    void eachDeviceOfAnArrayHasOnePathOverEachFabric() {
        assertThat(host().paths().stream()
                        .filter(p -> p.device().equals("naa.6001405a1b2c3d4e5f60718293a4b501"))
                        .map(Path::name))
                .containsExactlyInAnyOrder("vmk1 > 10.20.0.11", "vmk2 > 10.21.0.11");
    }

    @Test
    void localDisksBelongToTheirHostAlone() {
        assertThat(host().datastores()).containsExactlyInAnyOrder("esxi3-ssd", "stor1-vm", "stor2-backup");
        assertThat(Objects.requireNonNull(rig.hosts().get("esxi1.lain.local")).datastores())
                .containsExactlyInAnyOrder("stor1-vm", "stor2-backup");
    }

    @Test
    void aMachineOfAClusterMayBeOnAnyOfItsHosts() {
        assertThat(rig.machines().get("pomf"))
                .satisfies(m -> assertThat(m.host()).isEqualTo(Optional.empty()))
                .satisfies(m -> assertThat(m.cluster()).contains("lain"))
                .satisfies(m -> assertThat(m.restartsAlone()).isFalse());
    }

    @Test
    void interfacesOfPortBindingHaveOneUplink() {
        assertThat(Objects.requireNonNull(host().vmks().get("vmk1")).bound()).isTrue();
        assertThat(Objects.requireNonNull(host().teams().get("iSCSI-A")).bindable())
                .isTrue();
        assertThat(Objects.requireNonNull(host().teams().get("Management Network"))
                        .bindable())
                .isFalse();
    }
}
