package io.twinpath.kind;

import static io.twinpath.kind.VimAnswers.link;
import static io.twinpath.kind.VimAnswers.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.twinpath.diff.Differ;
import io.twinpath.driver.Query;
import io.twinpath.driver.Replies;
import io.twinpath.driver.vim.Node;
import io.twinpath.driver.vim.Vim25;
import io.twinpath.kind.dvportgroup.DvPortGroupKind;
import io.twinpath.kind.dvs.DvsKind;
import io.twinpath.model.Address;
import io.twinpath.model.Change;
import io.twinpath.model.Desired;
import io.twinpath.model.Observed;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The calls of distributed switches and their port groups: what they say, and that the API's types have it so. */
class DistributedApiTest {

    private static final DvsKind SWITCH = new DvsKind();
    private static final DvPortGroupKind GROUP = new DvPortGroupKind();

    @Test
    void aSwitchIsMadeWithAllThatItIsToHave() throws Exception {
        assertThat(script(SWITCH, "dvs1", Replies.none(), """
                        {datacenter: DC, mtu: 9000, uplinks: [up1, up2], discovery: {protocol: lldp, operation: both},
                         hosts: {esxi1: {ports: [vmnic2]}}}
                        """))
                .containsExactly("networkFolder of Datacenter \"DC\".CreateDVS_Task(spec: {configSpec: {name: dvs1,"
                        + " uplinkPortPolicy: {uplinkPortName: up1, uplinkPortName: up2}, host: {operation: add, host:"
                        + " HostSystem \"esxi1\", backing: {pnicSpec: {pnicDevice: vmnic2}}}, maxMtu: 9000,"
                        + " linkDiscoveryProtocolConfig: {protocol: lldp, operation: both}}})");
    }

    @Test
    void aSwitchIsChangedByItsVersion() throws Exception {
        assertThat(script(SWITCH, "dvs1", switches(), "{mtu: 9000, hosts: {esxi1: {ports: [vmnic2, vmnic3]}}}"))
                .containsExactly("DistributedVirtualSwitch \"dvs1\".ReconfigureDvs_Task(spec: {configVersion: 4, host:"
                        + " {operation: edit, host: HostSystem \"esxi1\", backing: {pnicSpec: {pnicDevice: vmnic2,"
                        + " uplinkPortKey: 10}, pnicSpec: {pnicDevice: vmnic3}}}, maxMtu: 9000})");
    }

    @Test
    void aPortThatIsNotWantedAnywhereStays() throws Exception {
        assertThat(change(SWITCH, "dvs1", switches(), "{hosts: {esxi1: {ports: []}}}"))
                .asString()
                .contains("Of esxi1 it has vmnic2 as well");
    }

    @Test
    void portGroupsSaySettingsOfTheirOwn() throws Exception {
        assertThat(script(GROUP, "guests", Replies.none(), """
                        {dvs: dvs1, vlan: 7, security: {promiscuous: false, mac_changes: true, forged_transmits: true},
                         teaming: {load_balancing: explicit, active: [up1], standby: [up2], failback: true,
                           notify_switches: true}}
                        """).getFirst())
                .contains("AddDVPortgroup_Task(spec: {name: guests, numPorts: 8, defaultPortConfig: {vlan: {inherited:"
                        + " false, vlanId: 7}, uplinkTeamingPolicy: {inherited: false, policy: {inherited: false,"
                        + " value: failover_explicit}");
        assertThat(script(GROUP, "guests", Replies.none(), "{dvs: dvs1, trunk: [\"10-20\", \"30\"]}")
                        .getFirst())
                .contains("vlanId: {start: 10, end: 20}, vlanId: {start: 30, end: 30}");
    }

    private static Replies switches() {
        VimAnswers answers = new VimAnswers()
                .says(Vim.SWITCHES, object("VmwareDistributedVirtualSwitch", "dvs-1", "name", "dvs1", "uuid", "50"))
                .says(Vim.HOSTS, object("HostSystem", "host-1", "name", "esxi1"));
        Binding<?> binding = SWITCH.bindings().getFirst();
        Query settings = binding.queries(Address.inSite("dvs", "dvs1"), Optional.empty(), answers.replies()).stream()
                .filter(q -> !answers.replies().has(q))
                .findFirst()
                .orElseThrow();
        Node member = Node.object(
                "member",
                "DistributedVirtualSwitchHostMember",
                Node.object(
                        "config",
                        "DistributedVirtualSwitchHostMemberConfigInfo",
                        link("host", "HostSystem", "host-1"),
                        Node.object(
                                "backing",
                                "DistributedVirtualSwitchHostMemberPnicBacking",
                                Node.object(
                                        "pnicSpec",
                                        "DistributedVirtualSwitchHostMemberPnicSpec",
                                        Node.string("pnicDevice", "vmnic2"),
                                        Node.string("uplinkPortKey", "10")))));
        return answers.says(
                        settings,
                        object(
                                "VmwareDistributedVirtualSwitch",
                                "dvs-1",
                                "config.configVersion",
                                "4",
                                "config.maxMtu",
                                1500,
                                "config.host",
                                Node.object("config.host", "ArrayOfDistributedVirtualSwitchHostMember", member)))
                .replies();
    }

    private static <D extends Record & Desired> List<String> script(
            Kind<D> kind, String name, Replies replies, String yaml) throws Exception {
        return kind.bindings().getFirst().script(change(kind, name, replies, yaml)).stream()
                .map(c -> Vim25.sound(c).toString())
                .toList();
    }

    /** Without any answers it is not there. */
    private static <D extends Record & Desired> Change<D> change(
            Kind<D> kind, String name, Replies replies, String yaml) throws Exception {
        Map<String, Object> fields = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
        Resource<D> wanted = VimAnswers.wanting(kind.name(), name, VimAnswers.restored(kind, fields));
        Observed<D> observed = replies.has(Vim.SWITCHES)
                ? kind.bindings().getFirst().read(wanted.address(), Optional.empty(), replies)
                : new Observed.Absent<>();
        return Differ.change(kind, wanted, observed);
    }
}
