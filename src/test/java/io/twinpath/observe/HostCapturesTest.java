package io.twinpath.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.image.Image;
import io.twinpath.kind.image.ImageKind;
import io.twinpath.kind.maintenance.MaintenanceKind;
import io.twinpath.kind.mount.Mount;
import io.twinpath.kind.mount.MountKind;
import io.twinpath.kind.mount.Nfs41;
import io.twinpath.kind.multipath.MultipathKind;
import io.twinpath.kind.multipath.SchemePolicy;
import io.twinpath.kind.vib.Vib;
import io.twinpath.kind.vib.VibKind;
import io.twinpath.model.Observed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kinds of a host's software and volumes make of outputs that real hosts printed. */
class HostCapturesTest {

    @TempDir
    Path folder = Path.of("");

    private CapturedHost host() throws IOException {
        return new CapturedHost(folder);
    }

    @Test
    void volumesOfVmfs() throws Exception {
        CapturedHost host = host().with("storage-filesystem-list", "storage-filesystem-list-7.0.txt");
        Mount disk = host.present(new MountKind(), "samsung_4t", Map.of("name", "samsung_4t"));
        assertThat(disk.mounted()).contains(true);
        assertThat(disk.fileSystem()).contains("VMFS-6");
        Map<String, Object> system = Map.of("name", "BOOTBANK1");
        host.with("storage-vmfs-snapshot-list", "storage-vmfs-snapshot-list-7.0.txt");
        assertThat(host.observed(new MountKind(), "BOOTBANK1", system))
                .as("the host's own volumes are none of the spec's business")
                .isInstanceOf(Observed.Absent.class);
        Mount copy = host.present(new MountKind(), "vmfs-01", Map.of("name", "vmfs-01"));
        assertThat(copy.copy()).contains("the original volume is still online");
    }

    @Test
    void volumesOfNfs() throws Exception {
        CapturedHost host = host().with("storage-nfs-list", "storage-nfs-list-7.0.txt")
                .with("storage-nfs41-list", "storage-nfs41-list-6.7.txt");
        Map<String, Object> three =
                Map.of("name", "nfsbackup", "nfs", Map.of("host", "x", "share", "/y", "read_only", "true"));
        assertThat(host.present(new MountKind(), "nfsbackup", three)
                        .nfs()
                        .orElseThrow()
                        .readOnly())
                .contains(false);
        Map<String, Object> four =
                Map.of("name", "isos", "nfs41", Map.of("hosts", java.util.List.of("x"), "share", "/y"));
        Mount isos = host.present(new MountKind(), "isos", four);
        assertThat(isos.accessible()).contains(false);
        assertThat(isos.nfs41().orElseThrow().hosts()).containsExactly("10.1.0.7");
        assertThat(isos.nfs41().orElseThrow().security()).contains(Nfs41.Security.SYS);
    }

    /** An old release does not tell it: left alone it is, compared it cannot be. */
    @Test
    void whatAReleaseDoesNotTell() throws Exception {
        CapturedHost host = host().with("storage-nfs-list", "storage-nfs-list-5.x.txt")
                .with("storage-nfs41-list", "storage-nfs41-list-6.7.txt");
        Map<String, Object> silent = Map.of("host", "fileserver2", "share", "/data/files/ISOs");
        Map<String, Object> asked = Map.of("host", "fileserver2", "share", "/data/files/ISOs", "read_only", "true");
        assertThat(host.present(new MountKind(), "ISOs", Map.of("name", "ISOs", "nfs", silent))
                        .nfs()
                        .orElseThrow()
                        .readOnly())
                .isEmpty();
        assertThat(host.observed(new MountKind(), "ISOs", Map.of("name", "ISOs", "nfs", asked)))
                .isInstanceOf(Observed.Unreadable.class)
                .asString()
                .contains("\"Read-Only\" is missing");
    }

    @Test
    void softwareAndMode() throws Exception {
        CapturedHost host = host().with("software-vib-list", "software-vib-list-5.0.txt")
                .with("software-acceptance-get", "software-acceptance-get-8.0.txt")
                .with("system-maintenanceMode-get", "system-maintenanceMode-get-5.5.txt");
        Vib vib = host.present(new VibKind(), "lsiprovider", Map.of());
        assertThat(vib.version()).contains("500.04.V0.32-0003");
        assertThat(vib.vendor()).contains("LSI");
        assertThat(host.present(new ImageKind(), "esxi", Map.of("acceptance_level", "vmware_certified"))
                        .acceptanceLevel())
                .isEqualTo(Image.Acceptance.PARTNER_SUPPORTED);
        assertThat(host.present(new MaintenanceKind(), "mode", Map.of("enabled", "false"))
                        .enabled())
                .isTrue();
    }

    @Test
    void devicesOfTheHighPerformancePlugin() throws Exception {
        String device = "naa.6b083fe0db93e50001e28f403bef72df";
        CapturedHost host = host().with("storage-nmp-device-list", "storage-nmp-device-list-7.0.txt")
                .with("storage-hpp-device-list", "storage-hpp-device-list-7.0.txt");
        assertThat(host.present(new MultipathKind(), "psa", Map.of("hpp", Map.of(device, Map.of("scheme", "LB-RR"))))
                        .hpp())
                .containsExactly(Map.entry(device, new SchemePolicy(Optional.of("FIXED"), Optional.empty())));
    }
}
