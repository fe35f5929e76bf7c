package io.twinpath.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.advanced.AdvancedKind;
import io.twinpath.kind.advanced.AdvancedOption;
import io.twinpath.kind.card.Card;
import io.twinpath.kind.card.CardKind;
import io.twinpath.kind.iscsi.Iscsi;
import io.twinpath.kind.iscsi.IscsiKind;
import io.twinpath.kind.multipath.Multipath;
import io.twinpath.kind.multipath.MultipathKind;
import io.twinpath.kind.multipath.PathPolicy;
import io.twinpath.kind.multipath.SatpRule;
import io.twinpath.kind.nic.Nic;
import io.twinpath.kind.nic.NicKind;
import io.twinpath.kind.portgroup.PortGroup;
import io.twinpath.kind.portgroup.PortGroupKind;
import io.twinpath.kind.vmkernel.VMkernel;
import io.twinpath.kind.vmkernel.VMkernelKind;
import io.twinpath.kind.vswitch.VSwitch;
import io.twinpath.kind.vswitch.VSwitchKind;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Fact;
import io.twinpath.model.HostFact;
import io.twinpath.model.Ipv4;
import io.twinpath.model.Ipv4Prefix;
import io.twinpath.model.Mac;
import io.twinpath.model.Observed;
import io.twinpath.model.PciId;
import io.twinpath.model.PortRef;
import io.twinpath.model.Portal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kinds make of outputs that real hosts printed. */
class CapturesTest {

    private static final Observed<?> ABSENT = new Observed.Absent<>();

    @TempDir
    Path folder = Path.of("");

    private CapturedHost host() throws IOException {
        return new CapturedHost(folder);
    }

    @Test
    void portsOfOldAndNewReleases() throws Exception {
        CapturedHost host = host().with("network-nic-list", "network-nic-list-5.5.txt");
        assertThat(nic(host, "vmnic1"))
                .isEqualTo(new Nic(
                        PortRef.parse("vmnic1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(1000),
                        Optional.of(Nic.Duplex.FULL),
                        Optional.of(true),
                        Optional.of(Mac.parse("68:5b:35:91:47:85")),
                        Optional.of(1500),
                        Optional.of("tg3")));

        Nic fast = nic(host.with("network-nic-list", "network-nic-list-6.0-x540.txt"), "vmnic2");
        assertThat(fast.enabled()).contains(true);
        assertThat(fast.speed()).contains(10_000);
        assertThat(fast.mtu()).contains(9000);
        assertThat(fast.driver()).contains("ixgbe");

        Nic typed = nic(host.with("network-nic-list", "network-nic-list-8.0-x550.xml"), "vmnic0");
        assertThat(typed.driver()).contains("ixgben");
        assertThat(typed.link()).contains(true);
        assertThat(typed.mac()).contains(Mac.parse("78:ac:44:07:b2:c4"));
    }

    private static Nic nic(CapturedHost host, String port) throws InterruptedException {
        return host.present(new NicKind(), port, Map.of("port", port, "enabled", "true"));
    }

    @Test
    void whetherSpeedIsNegotiated() throws Exception {
        CapturedHost host = host().with("network-nic-list", "network-nic-list-8.0.txt");
        Map<String, Boolean> details = new TreeMap<>(Map.of(
                "network-nic-get-6.5-forced.txt", false,
                "network-nic-get-7.0-nmlx5.txt", false,
                "network-nic-get-7.0-igbn.txt", true,
                "network-nic-get-8.0.xml", true));
        for (String capture : details.keySet()) {
            host.with("network-nic-get--nic-name=vmnic0", capture);
            Nic found = host.present(new NicKind(), "vmnic0", Map.of("port", "vmnic0", "auto_negotiation", "true"));
            assertThat(found.autoNegotiation()).as(capture).isEqualTo(Optional.ofNullable(details.get(capture)));
        }
    }

    /** People blot out addresses before they publish: such a port is neither guessed at nor absent. */
    @Test
    void aBlottedAddressIsNotRead() throws Exception {
        CapturedHost host = host().with("network-nic-list", "network-nic-list-7.0-redacted.txt");
        assertThat(host.observed(new NicKind(), "vmnic1", Map.of("port", "vmnic1")))
                .isInstanceOf(Observed.Unreadable.class)
                .asString()
                .contains("network-nic-list.txt, line 8")
                .contains("xx:xx:xx:xx:xx:xx");
        assertThat(host.observed(new NicKind(), "vmnic7", Map.of("port", "vmnic7")))
                .isEqualTo(ABSENT);
    }

    @Test
    void virtualSwitches() throws Exception {
        String list = "network-vswitch-standard-list";
        CapturedHost host = host().with(list, list + "-6.7.txt");
        VSwitch found = vswitch(host, "vSwitch1");
        assertThat(found.uplinks().orElseThrow()).hasToString("[vmnic1, vmnic2, vmnic3]");
        assertThat(found.mtu()).contains(1500);
        assertThat(found.cdp()).contains(VSwitch.Cdp.LISTEN);
        assertThat(host.observed(new VSwitchKind(), "vSwitch2", Map.of("mtu", "1500")))
                .isEqualTo(ABSENT);

        host.with(list, list + "-6.7-ambiguous.txt");
        assertThat(vswitch(host, "vSwitch0").uplinks().orElseThrow()).hasSize(4);
        host.with(list, list + "-5.0.txt");
        assertThat(vswitch(host, "vSwitch3").uplinks().orElseThrow()).hasToString("[vmnic2]");
    }

    private static VSwitch vswitch(CapturedHost host, String name) throws InterruptedException {
        return host.present(new VSwitchKind(), name, Map.of("mtu", "1500"));
    }

    @Test
    void portGroups() throws Exception {
        String list = "network-vswitch-standard-portgroup-list";
        CapturedHost host = host().with(list, list + "-6.7.txt");
        assertThat(portGroup(host, "WAN network", "vSwitch0"))
                .isEqualTo(new PortGroup(
                        "vSwitch0",
                        Optional.of(98),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(host.observed(new PortGroupKind(), "VM Network", Map.of("vswitch", "vSwitch0")))
                .as("names are told apart by case")
                .isEqualTo(ABSENT);
        host.with(list, list + "-6.5.txt");
        assertThat(portGroup(host, "Media_Private_IP_941", "vSwitch0").vlan()).contains(941);
        host.with(list, list + "-5.0.txt");
        assertThat(portGroup(host, "vMotion", "vSwitch3").vlan()).contains(0);
    }

    private static PortGroup portGroup(CapturedHost host, String name, String vswitch) throws InterruptedException {
        return host.present(new PortGroupKind(), name, Map.of("vswitch", vswitch));
    }

    @Test
    void interfaces() throws Exception {
        CapturedHost host = host().with("network-ip-interface-list", "network-ip-interface-list-6.7.txt")
                .with("network-ip-interface-ipv4-get", "network-ip-interface-ipv4-get-9.0.txt");
        Map<String, Object> wanted = Map.of("port_group", "Management", "mtu", "1500");
        assertThat(host.present(new VMkernelKind(), "vmk0", wanted))
                .isEqualTo(new VMkernel(
                        "Management",
                        Optional.of(Ipv4Prefix.parse("172.30.30.176/24")),
                        Optional.of(false),
                        Optional.of(Ipv4.parse("172.30.30.1")),
                        Optional.of(1500),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("defaultTcpipStack"),
                        Optional.of(Mac.parse("00:50:56:6c:01:11"))));
        host.with("network-ip-interface-ipv4-get", "network-ip-interface-ipv4-get-6.7.txt");
        assertThat(host.present(new VMkernelKind(), "vmk0", wanted).ip()).isEmpty();
    }

    @Test
    void softwareIscsi() throws Exception {
        CapturedHost host = host().with("iscsi-software-get", "iscsi-software-get-5.5.txt")
                .with("iscsi-adapter-list", "iscsi-adapter-list-5.5.txt")
                .with("iscsi-adapter-get--adapter=vmhba37", "iscsi-adapter-get-5.5.txt")
                .with("iscsi-networkportal-list", "iscsi-networkportal-list-5.5.txt")
                .with("iscsi-adapter-discovery-sendtarget-list", "iscsi-adapter-discovery-sendtarget-list-5.0.txt")
                .with("iscsi-adapter-discovery-statictarget-list", "iscsi-adapter-discovery-statictarget-list-5.0.txt");
        Map<String, Object> wanted = Map.of(
                "enabled", "true",
                "iqn", "iqn.1998-01.com.vmware:other",
                "port_binding", List.of("vmk1"),
                "send_targets", List.of(),
                "static_targets", List.of());
        Iscsi found = host.present(new IscsiKind(), "software", wanted);
        assertThat(found.enabled()).isTrue();
        assertThat(found.adapter()).contains("vmhba37");
        assertThat(found.iqn()).contains("iqn.1998-01.com.vmware:macm-38de6805");
        assertThat(found.alias()).contains("");
        assertThat(found.portBinding().orElseThrow()).containsExactly("vmk1");
        assertThat(found.sendTargets().orElseThrow()).as("another adapter's").isEmpty();
        assertThat(found.staticTargets().orElseThrow()).isEmpty();
    }

    @Test
    void targetsAndParametersOfAnAdapter() throws Exception {
        CapturedHost host = host().with("iscsi-software-get", "iscsi-software-get-5.5.txt")
                .with("iscsi-adapter-list", "iscsi-adapter-list-5.5.txt", "vmhba37", "vmhba33")
                .with("iscsi-networkportal-list", "iscsi-networkportal-list-5.0.txt")
                .with("iscsi-adapter-discovery-sendtarget-list", "iscsi-adapter-discovery-sendtarget-list-5.0.txt")
                .with("iscsi-adapter-param-get--adapter=vmhba33", "iscsi-adapter-param-get-5.0.txt");
        Map<String, Object> wanted = Map.of(
                "enabled", "true",
                "port_binding", List.of("vmk1"),
                "send_targets", List.of("10.20.0.11"),
                "parameters", Map.of("DelayedAck", "false"));
        Iscsi found = host.present(new IscsiKind(), "software", wanted);
        assertThat(found.sendTargets().orElseThrow()).containsExactly(Portal.parse("192.168.1.107:3260"));
        assertThat(found.portBinding().orElseThrow()).containsExactly("vmk1");
        assertThat(found.staticTargets()).as("not managed").isEmpty();
        assertThat(found.parameters())
                .hasSize(19)
                .containsEntry("DelayedAck", "false")
                .containsEntry("LoginTimeout", "5")
                .containsEntry("HeaderDigest", "prohibited");
    }

    @Test
    void devicesAndTheirPolicies() throws Exception {
        String mru = "naa.60014058d216d30d1048d43d1db0c4df";
        CapturedHost host = host().with("storage-nmp-device-list", "storage-nmp-device-list-7.0.txt");
        assertThat(devices(host, mru))
                .containsExactly(
                        Map.entry(mru, new PathPolicy(Optional.of("VMW_PSP_MRU"), Optional.empty(), Optional.empty())));

        String rr = "naa.600a0980383148693724545244395855";
        host.with("storage-nmp-device-list", "storage-nmp-device-list-8.0.txt");
        assertThat(devices(host, rr))
                .containsExactly(
                        Map.entry(rr, new PathPolicy(Optional.of("VMW_PSP_RR"), Optional.of(1000), Optional.empty())));
        assertThat(devices(host, mru)).isEmpty();
    }

    /** The list of some releases does not tell the iops; then the device itself is asked in the second round. */
    @Test
    void theNumberOfTheLimitCountsAndNotItsType() throws Exception {
        String device = "naa.600a0980383148693724545244395855";
        CapturedHost host = host().with("storage-nmp-device-list", "storage-nmp-device-list-8.0.txt", "iops=1000,", "");
        for (String type : List.of("Iops", "Default")) {
            host.with(
                    "storage-nmp-psp-roundrobin-deviceconfig-get--device=" + device,
                    "storage-nmp-psp-roundrobin-deviceconfig-get-6.0.txt",
                    "Type: Iops",
                    "Type: " + type);
            assertThat(devices(host, device).values())
                    .as(type)
                    .extracting(PathPolicy::iops)
                    .containsExactly(Optional.of(1));
        }
    }

    private static Map<String, PathPolicy> devices(CapturedHost host, String device) throws InterruptedException {
        Map<String, Object> wanted = Map.of("devices", Map.of(device, Map.of("psp", "VMW_PSP_RR")));
        return host.present(new MultipathKind(), "psa", wanted).devices();
    }

    @Test
    void rulesAndVendors() throws Exception {
        String device = "naa.600144f0928c010000004fc511ec0001";
        CapturedHost host = host().with("storage-nmp-device-list", "storage-nmp-device-list-5.0.txt")
                .with("storage-core-device-list", "storage-core-device-list-5.5-degraded.txt", "naa.600144f08", device)
                .with("storage-nmp-satp-rule-list", "storage-nmp-satp-rule-list-6.0.txt");
        Map<String, Object> rule = Map.of("satp", "VMW_SATP_ALUA", "vendor", "SUN", "model", "COMSTAR");
        Map<String, Object> wanted =
                Map.of("rules", Map.of("omnios", rule), "vendors", Map.of("SUN", Map.of("psp", "VMW_PSP_RR")));
        Multipath found = host.present(new MultipathKind(), "psa", wanted);
        assertThat(found.rules())
                .containsExactly(Map.entry(
                        "omnios",
                        new SatpRule(
                                "VMW_SATP_ALUA",
                                Optional.of("SUN"),
                                Optional.of("COMSTAR"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("VMW_PSP_RR"),
                                Optional.of("iops=1"),
                                Optional.of("OmniOS Devices"))));
        assertThat(found.devices())
                .containsExactly(Map.entry(
                        device, new PathPolicy(Optional.of("VMW_PSP_MRU"), Optional.empty(), Optional.of("SUN"))));
    }

    @Test
    void settingsOneByOneAndAsAList() throws Exception {
        String list = "system-settings-advanced-list";
        CapturedHost host = host().with(list + "--option=%2FNet%2FUseHwTSO", list + "-6.0.txt")
                .with(list, list + "-5.5.txt");
        assertThat(host.present(new AdvancedKind(), "Net.UseHwTSO", Map.of("value", "1")))
                .isEqualTo(new AdvancedOption(
                        "0", Optional.of(AdvancedOption.Type.INTEGER), Optional.of(0L), Optional.of(1L)));

        List<Target<?>> many = new ArrayList<>();
        for (String name : List.of("VMotionStreamHelpers", "VMotionLatencySensitivity", "A", "B", "C", "D", "E")) {
            many.add(CapturedHost.target(new AdvancedKind(), "Migrate." + name, Map.of("value", "1")));
        }
        assertThat(host.look(many).facts().values().stream()
                        .map(CapturesTest::setting)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("- - - - - 1 2");
    }

    private static String setting(Fact<?> fact) {
        return switch (fact.observed()) {
            case Observed.Present<?> present -> ((AdvancedOption) present.value()).value();
            case Observed.Absent<?> absent -> "-";
            case Observed.Unreadable<?> unreadable -> unreadable.reason();
        };
    }

    /** Here the slot stands in its description only, and the port is known by the VMkernel's name for the function. */
    @Test
    void cards() throws Exception {
        CardKind kind = new CardKind(new Catalogue(new TreeMap<>()));
        CapturedHost host = host().with("hardware-pci-list", "hardware-pci-list-6.7.txt")
                .with("network-nic-list", "network-nic-list-6.0.txt");
        Card found = host.present(kind, "storage", Map.of("model", "pensando", "slot", "2"));
        assertThat(found.model()).isEqualTo("1dd8:1002");
        assertThat(found.ports()).containsExactly(PortRef.parse("vmnic1"));
        assertThat(found.toString())
                .contains(PciId.parse("1dd8:4001").toString())
                .contains("0000:03:00");
        assertThat(host.observed(kind, "storage", Map.of("model", "pensando", "slot", "3")))
                .isEqualTo(ABSENT);
    }

    /** Without its identity in the recording a host is reached, and taken for no other that tells as little. */
    @Test
    void whoAHostIs() throws Exception {
        CapturedHost host = host();
        Map<String, HostFact.Reached> told = Map.of(
                "6.7", new HostFact.Reached(HostFact.UNKNOWN, "6.7.0", "8169922"),
                "7.0", new HostFact.Reached(HostFact.UNKNOWN, "7.0.3", "24784741"));
        for (Map.Entry<String, HostFact.Reached> each : told.entrySet()) {
            host.with("system-version-get", "system-version-get-" + each.getKey() + ".txt");
            assertThat(host.look(List.of()).hosts()).containsExactly(Map.entry(CapturedHost.NAME, each.getValue()));
            assertThat(each.getValue().identified()).isFalse();
        }
    }
}
