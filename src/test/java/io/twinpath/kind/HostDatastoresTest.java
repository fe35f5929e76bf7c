package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.driver.esxcli.Format;
import io.twinpath.kind.mount.Mount;
import io.twinpath.kind.mount.MountKind;
import io.twinpath.lab.site.NfsExport;
import io.twinpath.lab.site.Release;
import io.twinpath.lab.site.Sites;
import io.twinpath.lab.site.VmfsCopy;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import io.twinpath.model.RiskClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Datastores of a host against the lab: there and back, and what nobody does without a person. */
class HostDatastoresTest {

    private static final String UUID = "5f3b0a10-2e6f9c34-8a17-1866da3c1301";
    private static final String SERVER = "10.0.0.50";

    static Stream<LabHost> hosts() {
        return Stream.of("6.0.0", "6.7.0", "7.0.3", "8.0.3", "9.0.0")
                .flatMap(v -> Stream.of(Format.XML, Format.TEXT).map(format -> {
                    LabHost host = new LabHost(Sites.lain(), Sites.ESXI3, format);
                    host.host.release = new Release(v, 1, 0, 0);
                    host.site.exports.add(new NfsExport(SERVER, "/iso", 1 << 20, 1 << 19));
                    host.site.exports.add(new NfsExport(SERVER, "/vm", 1 << 20, 1 << 19));
                    host.site.vms.values().forEach(vm -> vm.on = false);
                    return host;
                }));
    }

    private static LabTrip<Mount> volume(LabHost host, String name) {
        return new LabTrip<>(new MountKind(), host, name);
    }

    private static Map<String, Object> with(String name, Map<String, Object> fields) {
        Map<String, Object> all = new TreeMap<>(fields);
        all.put("name", name);
        return all;
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void unmountedAndMountedAgain(LabHost host) {
        var ssd = volume(host, "esxi3-ssd");
        assertThat(ssd.thereAndBack(with("esxi3-ssd", Map.of("mounted", "false"))))
                .containsExactly("storage filesystem unmount --volume-uuid=" + UUID);
        assertThat(ssd.kind().asInstalled(ssd.found())).isTrue();
        ssd.there(ssd.change(with("esxi3-ssd", Map.of("mounted", "false"))));
        assertThat(ssd.kind().asInstalled(ssd.found())).isFalse();
        assertThat(ssd.found().fileSystem()).isEmpty();
        assertThat(ssd.census()).as("unmounted is not gone").contains("esxi3-ssd");
        assertThat(ssd.thereAndBack(with("esxi3-ssd", Map.of("mounted", "true", "uuid", UUID))))
                .containsExactly("storage filesystem mount --volume-uuid=" + UUID);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void aVolumeIsFoundByItsUuidAndRenamed(LabHost host) {
        host.site.vms.values().forEach(vm -> vm.disks.clear());
        var local = volume(host, "local");
        assertThat(local.thereAndBack(with("local", Map.of("uuid", UUID))))
                .containsExactly("vim-cmd hostsvc/datastore/rename esxi3-ssd local");
        assertThat(local.thereAndBack(with("local", Map.of("uuid", UUID, "mounted", "false"))))
                .containsExactly(
                        "vim-cmd hostsvc/datastore/rename esxi3-ssd local",
                        "storage filesystem unmount --volume-uuid=" + UUID);
        host.host.volumes.unmounted.add(UUID);
        assertThat(local.blocked(with("local", Map.of("uuid", UUID)))).contains("Add \"mounted: true\"");
        assertThat(local.script(local.change(with("local", Map.of("uuid", UUID, "mounted", "true")))))
                .containsExactly(
                        "storage filesystem mount --volume-uuid=" + UUID,
                        "vim-cmd hostsvc/datastore/rename esxi3-ssd local");
        assertThat(volume(host, "two words").blocked(with("two words", Map.of("uuid", UUID, "mounted", "true"))))
                .contains("by hand");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void nfs(LabHost host) {
        var iso = volume(host, "iso");
        Map<String, Object> wanted =
                with("iso", Map.of("nfs", Map.of("host", SERVER, "share", "/iso", "read_only", "true")));
        assertThat(iso.thereAndBack(wanted))
                .containsExactly("storage nfs add --host=10.0.0.50 --share=/iso --volume-name=iso --readonly");
        iso.there(iso.change(wanted));
        assertThat(iso.change(with("iso", Map.of("nfs", Map.of("host", SERVER, "share", "/iso")))))
                .as("not managed is left alone")
                .isInstanceOf(Change.Keep.class);
        assertThat(iso.census()).contains("iso");
        assertThat(iso.thereAndBack(with("iso", Map.of("nfs", Map.of("host", SERVER, "share", "/vm")))))
                .containsExactly(
                        "storage nfs remove --volume-name=iso",
                        "storage nfs add --host=10.0.0.50 --share=/vm --volume-name=iso --readonly");
        Change<Mount> gone = iso.change(Optional.empty());
        String before = host.state();
        assertThat(iso.script(gone)).containsExactly("storage nfs remove --volume-name=iso");
        assertThat(iso.kind().risk(gone)).isEqualTo(RiskClass.LIFELINE);
        iso.there(gone);
        assertThat(iso.read(Optional.empty())).isInstanceOf(Observed.Absent.class);
        iso.there(iso.opposite(gone));
        assertThat(host.state()).isEqualTo(before);
        assertThat(iso.blocked(with("iso", Map.of("nfs41", Map.of("hosts", List.of(SERVER), "share", "/iso")))))
                .contains("an NFS 3 volume on this host, not an NFS 4.1 volume");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void nfs41(LabHost host) {
        var store = volume(host, "store");
        Map<String, Object> wanted = with(
                "store",
                Map.of(
                        "nfs41",
                        Map.of(
                                "hosts",
                                List.of(SERVER, "10.0.1.50"),
                                "share",
                                "/vm",
                                "security",
                                "krb5",
                                "read_only",
                                "false")));
        assertThat(store.thereAndBack(wanted))
                .containsExactly("storage nfs41 add --hosts=10.0.0.50,10.0.1.50 --share=/vm --volume-name=store"
                        + " --sec=SEC_KRB5");
        store.there(store.change(wanted));
        assertThat(store.found().accessible()).contains(true);
        assertThat(store.thereAndBack(with(
                        "store", Map.of("nfs41", Map.of("hosts", List.of(SERVER), "share", "/vm", "security", "sys")))))
                .containsExactly(
                        "storage nfs41 remove --volume-name=store",
                        "storage nfs41 add --hosts=10.0.0.50 --share=/vm --volume-name=store --sec=AUTH_SYS");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void theHostKeepsWhatIsInUse(LabHost host) {
        host.site.vms.values().forEach(vm -> vm.on = true);
        var local = volume(host, "esxi3-ssd");
        host.send(local.commands(local.change(with("esxi3-ssd", Map.of("mounted", "false")))));
        assertThat(host.refusals).singleElement().asString().contains("Sysinfo error: Busy");
        assertThat(host.host.volumes.unmounted).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void nothingIsFormattedDestroyedOrResignatured(LabHost host) {
        assertThat(volume(host, "new").blocked(with("new", Map.of("mounted", "true"))))
                .contains("no VMFS volume called new", "formats nothing");
        assertThat(volume(host, "esxi3-ssd").blocked(volume(host, "esxi3-ssd").change(Optional.empty())))
                .contains("destroys none");
        host.host.volumes.copies.add(
                new VmfsCopy("twin", UUID.replace("1301", "1399"), false, "the original is online"));
        assertThat(volume(host, "twin").blocked(with("twin", Map.of("mounted", "true"))))
                .contains("snapshot or a replica", "The host says: the original is online.");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void devicesAreToldWhenAskedForTheWhole(LabHost host) {
        assertThat(volume(host, "esxi3-ssd").found().devices()).containsExactly("naa.6d0946606d1c3e0029b5f1c20d4e7a13");
    }

    @org.junit.jupiter.api.Test
    void whatCannotBeIsRefused() {
        assertThat(problems("x", Map.of("uuid", UUID, "nfs", Map.of("host", SERVER, "share", "/iso"))))
                .hasSize(1);
        assertThat(problems("x", Map.of("mounted", "true", "nfs", Map.of("host", SERVER, "share", "iso"))))
                .hasSize(2);
        assertThat(problems("a/b", Map.of("uuid", "nothing"))).hasSize(2);
        assertThat(problems("x", Map.of("nfs41", Map.of("hosts", List.of(), "share", "/iso"))))
                .hasSize(1);
        assertThat(problems("x", Map.of("nfs", Map.of("host", "$(reboot)", "share", "/iso"))))
                .hasSize(1);
    }

    private static List<?> problems(String name, Map<String, Object> written) {
        MountKind kind = new MountKind();
        Mount mount =
                kind.shape().restore(RoundTripTest.fields(with(name, written))).orElseThrow();
        Diagnostics found = new Diagnostics();
        kind.check(
                new Resource<>(
                        Address.onHost("mount", "esxi3", name),
                        Optional.of(mount),
                        Span.of("test.yml", 1, 1, 0),
                        new TreeMap<>(),
                        Set.of()),
                found);
        return found.sorted();
    }
}
