package io.twinpath.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.driver.UnreadableException;
import io.twinpath.kind.advanced.AdvancedKind;
import io.twinpath.kind.multipath.MultipathKind;
import io.twinpath.kind.nic.NicKind;
import io.twinpath.kind.portgroup.PortGroupKind;
import io.twinpath.kind.vmkernel.VMkernelKind;
import io.twinpath.kind.vswitch.VSwitchKind;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The exact commands, and their order, for changes of one host; {@link RoundTripTest#site()} says how it is found. */
class ScriptsTest {

    private static final String PORTGROUP = "network vswitch standard portgroup ";

    @Test
    void virtualSwitches() throws Exception {
        assertThat(script(new VSwitchKind(), "vSwitch0", Map.of("uplinks", List.of("vmnic1", "vmnic2"), "mtu", "9000")))
                .containsExactly(
                        "network vswitch standard uplink add --uplink-name=vmnic2 --vswitch-name=vSwitch0",
                        "network vswitch standard set --vswitch-name=vSwitch0 --mtu=9000",
                        "network vswitch standard policy failover set --vswitch-name=vSwitch0"
                                + " --active-uplinks=vmnic1,vmnic2",
                        "network vswitch standard uplink remove --uplink-name=vmnic0 --vswitch-name=vSwitch0");
        Map<String, Object> teaming = Map.of("active", List.of("vmnic0"), "standby", List.of("vmnic1"));
        assertThat(script(new VSwitchKind(), "vSwitch0", Map.of("teaming", teaming)))
                .containsExactly("network vswitch standard policy failover set --vswitch-name=vSwitch0"
                        + " --active-uplinks=vmnic0 --standby-uplinks=vmnic1");
        assertThat(script(new VSwitchKind(), "vSwitch9", Map.of("uplinks", List.of("vmnic3"), "cdp", "both")))
                .containsExactly(
                        "network vswitch standard add --vswitch-name=vSwitch9",
                        "network vswitch standard uplink add --uplink-name=vmnic3 --vswitch-name=vSwitch9",
                        "network vswitch standard set --vswitch-name=vSwitch9 --cdp-status=both");
    }

    @Test
    void portGroups() throws Exception {
        assertThat(script(new PortGroupKind(), "Storage", Map.of("vswitch", "vSwitch0", "vlan", "20")))
                .containsExactly(PORTGROUP + "set --portgroup-name=Storage --vlan-id=20");
        assertThat(script(
                        new PortGroupKind(),
                        "New",
                        Map.of("vswitch", "vSwitch1", "vlan", "20", "teaming", Map.of("active", List.of("vmnic1")))))
                .containsExactly(
                        PORTGROUP + "add --portgroup-name=New --vswitch-name=vSwitch1",
                        PORTGROUP + "set --portgroup-name=New --vlan-id=20",
                        PORTGROUP + "policy failover set --portgroup-name=New --active-uplinks=vmnic1");
        assertThat(script(new PortGroupKind(), "Storage", Map.of("vswitch", "vSwitch1")))
                .containsExactly(
                        PORTGROUP + "remove --portgroup-name=Storage --vswitch-name=vSwitch0",
                        PORTGROUP + "add --portgroup-name=Storage --vswitch-name=vSwitch1",
                        PORTGROUP + "set --portgroup-name=Storage --vlan-id=7",
                        PORTGROUP + "policy failover set --portgroup-name=Storage --load-balancing=iphash");
    }

    @Test
    void interfaces() throws Exception {
        String ip = "network ip interface ";
        assertThat(script(
                        new VMkernelKind(),
                        "vmk0",
                        Map.of("port_group", "Storage", "mtu", "9000", "services", List.of("vmotion"))))
                .containsExactly(
                        ip + "set --interface-name=vmk0 --mtu=9000",
                        ip + "tag add --interface-name=vmk0 --tagname=VMotion",
                        ip + "tag remove --interface-name=vmk0 --tagname=Management");
        assertThat(script(new VMkernelKind(), "vmk0", Map.of("port_group", "Storage", "ip", "10.0.0.14/16")))
                .containsExactly(
                        ip + "ipv4 set --interface-name=vmk0 --type=static --ipv4=10.0.0.14 --netmask=255.255.0.0");
        assertThat(script(
                        new VMkernelKind(),
                        "vmk1",
                        Map.of("port_group", "Storage", "ip", "10.20.0.1/24", "mtu", "9000")))
                .containsExactly(
                        ip + "add --interface-name=vmk1 --portgroup-name=Storage --mtu=9000",
                        ip + "ipv4 set --interface-name=vmk1 --type=static --ipv4=10.20.0.1 --netmask=255.255.255.0");
    }

    @Test
    void multipathing() throws Exception {
        Map<String, Object> rule = Map.of("satp", "VMW_SATP_ALUA", "vendor", "LIO-ORG", "psp", "VMW_PSP_RR");
        Map<String, Object> roundRobin = Map.of("psp", "VMW_PSP_RR", "iops", "1");
        assertThat(script(
                        new MultipathKind(),
                        "psa",
                        Map.of("rules", Map.of("lio", rule), "vendors", Map.of("LIO-ORG", roundRobin))))
                .containsExactly(
                        "storage nmp satp rule add --satp=VMW_SATP_ALUA --vendor=LIO-ORG --psp=VMW_PSP_RR",
                        "storage nmp device set --device=naa.1 --psp=VMW_PSP_RR",
                        "storage nmp psp roundrobin deviceconfig set --device=naa.1 --type=iops --iops=1",
                        "storage nmp device set --device=naa.2 --psp=VMW_PSP_RR",
                        "storage nmp psp roundrobin deviceconfig set --device=naa.2 --type=iops --iops=1");
        assertThat(script(
                        new MultipathKind(), "psa", Map.of("devices", Map.of("naa.3", Map.of("psp", "VMW_PSP_FIXED")))))
                .containsExactly("storage nmp device set --device=naa.3 --psp=VMW_PSP_FIXED");
    }

    @Test
    void settingsAndPorts() throws Exception {
        assertThat(script(new AdvancedKind(), "Misc.APDTimeout", Map.of("value", "180")))
                .containsExactly("system settings advanced set --option=/Misc/APDTimeout --int-value=180");
        assertThat(script(new AdvancedKind(), "Misc.APDTimeout", Map.of("value", "140")))
                .isEmpty();
        assertThat(script(new NicKind(), "vmnic0", Map.of("port", "vmnic0", "speed", "1000", "enabled", "false")))
                .containsExactly(
                        "network nic set --nic-name=vmnic0 --speed=1000 --duplex=full",
                        "network nic down --nic-name=vmnic0");
        assertThat(script(new NicKind(), "vmnic1", Map.of("port", "vmnic1", "auto_negotiation", "true")))
                .containsExactly("network nic set --nic-name=vmnic1 --auto");
    }

    static <D extends Record & Desired> List<String> script(Kind<D> kind, String name, Map<String, Object> written)
            throws UnreadableException {
        Address address = Address.onHost(kind.name(), "esxi3.lain.local", name);
        D wanted = kind.shape().restore(RoundTripTest.fields(written)).orElseThrow();
        var observed = RoundTripTest.read(kind, RoundTripTest.site(), address, Optional.of(wanted));
        return RoundTripTest.change(kind, RoundTripTest.resource(address, wanted), observed).stream()
                .flatMap((Change<D> change) -> kind.bindings().get(0).script(change).stream())
                .map(Object::toString)
                .toList();
    }
}
