package io.twinpath.risk.rule;

import static io.twinpath.risk.rule.Asking.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.twinpath.kind.host.HostState;
import io.twinpath.kind.vmkernel.VMkernel.Service;
import io.twinpath.model.Address;
import io.twinpath.rig.part.Team;
import io.twinpath.risk.RigSketch;
import io.twinpath.risk.SceneSketch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rules say of management and wiring. */
class NetworkRulesTest {

    private static RigSketch management(String uplinks) {
        RigSketch rig = new RigSketch();
        rig.host("a")
                .team("Management Network", "vSwitch0", 1500, uplinks)
                .vmk("vmk0", "Management Network", "10.0.0.1/24", 1500, false, Service.MANAGEMENT);
        return rig;
    }

    @Test
    void managementHasTwoUplinks() {
        assertThat(titles(new ManagementUplink(), management("vmnic0")))
                .containsExactly(
                        "Management of a (vmk0) has one uplink, vmnic0: when it fails, nobody gets to the host,"
                                + " and HA takes it for isolated.");
        assertThat(titles(new ManagementUplink(), management("vmnic0 (vmnic1)")))
                .isEmpty();
    }

    @Test
    void twoManagementInterfacesStandInForEachOther() {
        RigSketch rig = management("vmnic0");
        rig.host("a")
                .team("Other", "vSwitch1", 1500, "vmnic1")
                .vmk("vmk5", "Other", "10.1.0.1/24", 1500, false, Service.MANAGEMENT);
        assertThat(titles(new ManagementUplink(), rig)).isEmpty();
    }

    @Test
    void anUnreadPortGroupIsNoSingleUplink() {
        RigSketch rig = management("vmnic0");
        rig.host("a").vmk("vmk5", "Unread", "10.1.0.1/24", 1500, false, Service.MANAGEMENT);
        assertThat(titles(new ManagementUplink(), rig)).isEmpty();
    }

    private static SceneSketch ipHash(String switches, boolean hash) {
        RigSketch rig = new RigSketch();
        rig.host("a")
                .card("n", "broadcom-5720", "", "vmnic0@sw1/1", "vmnic1@sw1/2")
                .team(new Team(
                        "Net",
                        "vSwitch0",
                        List.of("vmnic0", "vmnic1"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        hash,
                        true));
        return SceneSketch.of("hosts: {a: }\n" + switches).rig(rig);
    }

    @Test
    void ipHashNeedsItsChannel() {
        String ports = "switches: {sw1: {ports: {'1': a/vmnic0, '2': a/vmnic1}%s}}";
        assertThat(titles(new IpHashChannel(), ipHash(ports.formatted(""), true)))
                .containsExactly("vSwitch0 of a spreads traffic over vmnic0 and vmnic1 by IP hash,"
                        + " and no channel of these ports is declared on a switch.");
        assertThat(titles(new IpHashChannel(), ipHash(ports.formatted(", channels: {po1: ['1', '2']}"), true)))
                .isEmpty();
        assertThat(titles(new IpHashChannel(), ipHash(ports.formatted(", channels: {po1: ['1']}"), true)))
                .hasSize(1);
        assertThat(titles(new IpHashChannel(), ipHash(ports.formatted(""), false)))
                .isEmpty();
    }

    private static List<String> heard(String device, String port) {
        String spec = """
                hosts: {a: {cards: {s: {model: broadcom-57810, slot: "3"}}}}
                switches: {sw1: {ports: {"1/0/13": a/vmnic4}}, sw2: {}}
                """;
        HostState state = new HostState(
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new HostState.Apd(Optional.empty(), Optional.empty()),
                List.of(),
                Optional.of(
                        Map.of("vmnic4", new HostState.Neighbour(HostState.Protocol.LLDP, device, Optional.of(port)))));
        return titles(new WiringContradicted(), SceneSketch.of(spec).found(Address.inSite("host", "a"), state));
    }

    @Test
    void neighboursConfirmOrContradictTheWiring() {
        assertThat(heard("sw2", "1/0/13"))
                .containsExactly(
                        "The spec plugs a/vmnic4 into port 1/0/13 of sw1, and the host hears the switch sw2 there.");
        assertThat(heard("sw1.lain.local", "GigabitEthernet1/0/14"))
                .containsExactly("The spec plugs a/vmnic4 into port 1/0/13 of sw1, and the host hears its port"
                        + " GigabitEthernet1/0/14 there.");
        assertThat(heard("sw1(FOX1234ABCD)", "GigabitEthernet1/0/13")).isEmpty();
        assertThat(heard("sw1", "1/0/13")).isEmpty();
        assertThat(heard("sw1", "11/0/13")).hasSize(1);
    }

    @Test
    void aSwitchThatNobodyDeclaredContradictsNothing() {
        assertThat(heard("core.example", "1/0/99")).isEmpty();
        assertThat(heard("sw1", "uplink")).isEmpty();
    }
}
