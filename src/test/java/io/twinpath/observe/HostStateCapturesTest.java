package io.twinpath.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.Processors;
import io.twinpath.kind.host.HostKind;
import io.twinpath.kind.host.HostState;
import io.twinpath.model.Mebibytes;
import io.twinpath.model.Megahertz;
import io.twinpath.model.Observed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of a host put together from outputs of several real ones. */
class HostStateCapturesTest {

    @TempDir
    Path recording;

    @Test
    void itIsReadFromPublishedOutputs() throws Exception {
        HostState state = state(host());
        assertThat(state.processors()).contains(new Processors(4, new Megahertz(2495)));
        assertThat(state.memory()).contains(new Mebibytes(8190));
        assertThat(state.maintenance()).isTrue();
        assertThat(state.devices())
                .containsEntry(
                        "t10.ATA_APPLE_SSD_SM256E",
                        new HostState.Device(
                                Optional.of(true),
                                Optional.of(new Mebibytes(239_372)),
                                Optional.of("ATA"),
                                Optional.of("APPLE SSD SM256E")));
        assertThat(state.paths())
                .containsEntry(
                        "vmhba3:C0:T0:L0",
                        new HostState.Path(
                                "t10.ATA_____Samsung_SSD_750_EVO_120GB_______________S3F2NWBHB56997P_____",
                                Optional.of(HostState.PathState.ACTIVE),
                                Optional.of(HostState.Fabric.ATTACHED),
                                Optional.empty()));
        assertThat(state.ports()).containsOnlyKeys("vmnic0", "vmnic1");
        assertThat(state.ports().values()).allMatch(p -> p.link().isPresent());
        assertThat(state.neighbours()).isEmpty();
    }

    /** The system's own volumes are no datastores, and one that only its extent tells of is lost. */
    @Test
    void volumesAndTheMachinesOnThem() throws Exception {
        HostState state = state(host());
        assertThat(state.volumes()).containsOnlyKeys("wdc_6t", "samsung_1t", "samsung_4t", "hc550", "VMs", "isos");
        HostState.Volume lost = state.volumes().get("VMs");
        assertThat(lost)
                .isEqualTo(new HostState.Volume(
                        Optional.of("5bc7459f-967eeb48-b3f7-20677cd9a16c"),
                        Optional.empty(),
                        Optional.of(new TreeSet<>(List.of("naa.600508b1001cf76cb54a0dec4acc6459"))),
                        new TreeSet<>(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(false)));
        assertThat(state.volumes().get("isos"))
                .isEqualTo(new HostState.Volume(
                        Optional.empty(),
                        Optional.of("NFS41"),
                        Optional.empty(),
                        new TreeSet<>(List.of("10.1.0.7")),
                        Optional.of("/backups/isos"),
                        Optional.of(false),
                        Optional.of(false)));
        assertThat(state.machines())
                .containsExactly(
                        new HostState.Machine("gns3_vm", Optional.of("VMs")),
                        new HostState.Machine("ubuntu_gns3", Optional.of("VMs")));
        assertThat(state(host().with("storage-vmfs-extent-list", "storage-vmfs-extent-list-9.0.txt"))
                        .volumes())
                .doesNotContainKey("VMs")
                .hasSize(5);
    }

    private CapturedHost host() throws IOException {
        Map<String, String> outputs = Map.of(
                "hardware-cpu-global-get", "7.0",
                "hardware-cpu-list", "9.0",
                "hardware-memory-get", "9.0",
                "system-maintenanceMode-get", "5.5",
                "storage-core-device-list", "6.5",
                "storage-core-path-list", "8.0",
                "storage-filesystem-list", "7.0",
                "storage-vmfs-extent-list", "6.7",
                "storage-nfs41-list", "6.7",
                "network-nic-list", "6.0");
        CapturedHost host = new CapturedHost(recording)
                .with("iscsi-session-connection-list", "iscsi-session-connection-list-5.0.txt")
                .with("network-ip-interface-ipv4-get", "network-ip-interface-ipv4-get-9.0.txt")
                .with("vm-process-list", "vm-process-list-6.7.txt");
        for (Map.Entry<String, String> output : outputs.entrySet()) {
            host.with(output.getKey(), output.getKey() + "-" + output.getValue() + ".txt");
        }
        return host;
    }

    private static HostState state(CapturedHost host) throws InterruptedException {
        Target<HostState> target = new Target<>(HostKind.at(CapturedHost.NAME), Optional.empty());
        Observed<?> observed =
                host.look(List.of(target)).fact(target.address()).orElseThrow().observed();
        if (observed instanceof Observed.Present<?> present) {
            return new HostKind().type().cast(present.value());
        }
        throw new AssertionError(observed.toString());
    }
}
